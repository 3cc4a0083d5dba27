;;; debrief.el --- Debrief in Emacs, through Eglot  -*- lexical-binding: t -*-

;; Eglot comes with Emacs 29; for Emacs 28 install it with M-x package-install.  Put this file on the
;; load-path, and into your init file:
;;   (setq debrief-notebook "~/interviews")
;;   (require 'debrief)

(require 'eglot)

(defvar debrief-notebook "~/interviews"
  "The folder of notes.")

;; Notes are markdown; where there is no markdown-mode, they are text.
(defalias 'debrief-parent-mode
  (if (locate-library "markdown-mode") #'markdown-mode #'text-mode))
(autoload 'markdown-mode "markdown-mode")

(define-derived-mode debrief-mode debrief-parent-mode "Debrief"
  "Notes of interviews."
  (eglot-ensure))

(add-to-list 'auto-mode-alist
             (cons (concat "\\`" (regexp-quote (expand-file-name (file-name-as-directory debrief-notebook)))
                           ".*\\.\\(md\\|markdown\\)\\'")
                   'debrief-mode))

(add-to-list 'eglot-server-programs
             `(debrief-mode . ("debrief" "lsp" ,(expand-file-name debrief-notebook))))

(define-key debrief-mode-map (kbd "C-c C-a") #'eglot-code-actions)
(define-key debrief-mode-map (kbd "C-c C-r") #'eglot-rename)

(provide 'debrief)
;;; debrief.el ends here
