;;; emacs.el --- Run by `run': see there.  -*- lexical-binding: t -*-

(defun expect (condition message)
  (unless condition
    (message "emacs: %s" message)
    (kill-emacs 1)))

(defun wait-for (condition message)
  (let ((end (+ (float-time) 15)) found)
    (while (and (not (setq found (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (expect found message)
    found))

(defun line-text (line)
  (save-excursion
    (goto-char (point-min))
    (forward-line (1- line))
    (buffer-substring (line-beginning-position) (line-end-position))))

;; Chooses of what is offered the one with a title, as a person would.
(defvar wanted nil)
(defun choose (_prompt collection &rest _)
  (or (car (seq-find (lambda (item) (equal (car item) wanted)) collection))
      (expect nil (format "%s is not offered" wanted))))

(defun apply-action (title line)
  (goto-char (point-min))
  (forward-line (1- line))
  (let ((before (buffer-string)))
    (setq wanted title)
    ;; Not from a menu of the mouse.
    (cl-letf (((symbol-function 'completing-read) #'choose) (last-nonmenu-event t))
      (eglot-code-actions (line-beginning-position) (line-end-position) nil t))
    (expect (not (equal before (buffer-string))) (format "%s changes nothing" title))))

(setq debrief-notebook (getenv "DEBRIEF_NOTEBOOK")
      eglot-sync-connect 10
      make-backup-files nil
      create-lockfiles nil)
(load (concat (getenv "DEBRIEF_EXAMPLES") "/editors/emacs/debrief.el") nil t)
(find-file (getenv "DEBRIEF_NOTE"))
(expect (eq major-mode 'debrief-mode) "the note is in another mode")
(expect (string-match "dos" (symbol-name buffer-file-coding-system)) "the note has no CRLF")
;; `eglot-ensure' waits for a command loop, which batch has none of.
(unless (eglot-managed-p)
  (apply #'eglot--connect (eglot--guess-contact)))
(wait-for #'eglot-managed-p "no server")

(defun diagnostic ()
  (flymake-start)
  (seq-find (lambda (found) (string-match "2026-13-01" (flymake-diagnostic-text found)))
            (flymake-diagnostics)))
(let ((found (wait-for #'diagnostic "no diagnostic")))
  (expect (equal (buffer-substring (flymake-diagnostic-beg found) (flymake-diagnostic-end found))
                 "due:2026-13-01")
          "the diagnostic is at another place"))

(goto-char (point-min))
(forward-line 10)
(end-of-line)
(completion-at-point)
(expect (equal (line-text 11) "- chew: é😀 Shorter answers. #structure")
        (format "completed to %s" (line-text 11)))

(apply-action "Swallow it" 11)
(apply-action "Add an action" 11)
(wait-for #'diagnostic "the diagnostic has gone")
(save-buffer)
(eglot-shutdown (eglot-current-server))
(kill-emacs 0)
;;; emacs.el ends here
