"""Types at a real shell, presses Tab, and looks which words the program is then given.

    complete.py PREFIX SHELL…       shells: bash zsh fish

PREFIX is the folder below which the program and its completion scripts are installed. The program that the shell runs
is a stand-in, which hands requests for completions on and writes down the words of everything else.
"""
import json
import os
import pty
import select
import signal
import subprocess
import sys
import tempfile
import time

# Names that would do harm, or come out as others, where a shell reads them other than as they are.
COMPANIES = {
    "Harr": "Harrow & Pike; (sons)",
    "Sub": "Subst $(touch pwned) ${HOME}",
    "Tick": "Tick `touch pwned` x",
    "Quo": "Quo'te \"double\" x",
    "Back": "Back\\slash \\n x",
    "Uml": "Umlé😀 Söhne",
    "Glob": "Glob*[a]? {x,y}",
    "Col": "Col: on=equal",
    "Nast": "Nasty #x !bang ~t",
}
# These cannot be shown, and are not offered.
UNOFFERED = ["Zescape\x1b]0;x\x07", "Zdelete\x7f", "Zcsi\x9bx"]


def notebook(folder):
    os.makedirs(folder)
    for number, company in enumerate(list(COMPANIES.values()) + UNOFFERED):
        with open(f"{folder}/n{number}.md", "w", encoding="utf-8") as note:
            note.write(f"---\ncompany: {json.dumps(company, ensure_ascii=False)}\n"
                       f"interviewers: Dana R{number}\n---\n")
    with open(f"{folder}/wide é $(touch pwned).md", "w", encoding="utf-8") as note:
        note.write("---\ndate: 2026-10-14\nround: wide\n---\n\n"
                   "- chew: first #delivery/pace\n- [ ] second\n")
    with open(f"{folder}/one:two.md", "w", encoding="utf-8") as note:
        note.write("# Only\n\n- chew: one\n")


class Shell:
    """A shell on a terminal of its own."""

    def __init__(self, kind, share, work):
        self.kind, self.work = kind, work
        self.record = f"{work}/record"
        environment = {
            "PATH": f"{work}/bin:{os.environ['PATH']}", "HOME": f"{work}/home", "TERM": "xterm", "LC_ALL": "C.UTF-8",
            "RECORD": self.record,
        }
        start = {
            "bash": (["bash", "--norc", "--noprofile", "-i"],
                     f"PS1='ready> '; set +H; source '{share}/bash-completion/completions/debrief'"),
            "zsh": (["zsh", "-f", "-i"],
                    f"PS1='ready> '; fpath=('{share}/zsh/site-functions' $fpath); autoload -Uz compinit; compinit -u -D; "
                    "setopt no_auto_list no_beep"),
            "fish": (["fish", "--no-config", "-i"],
                     f"function fish_prompt; echo 'ready> '; end; source '{share}/fish/vendor_completions.d/debrief.fish'"),
        }[kind]
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(work)
            os.execvpe(start[0][0], start[0], environment)
        self.quiet(1.0)
        self.type(start[1] + "\r")
        self.quiet(1.0)

    def type(self, text):
        os.write(self.terminal, text.encode())

    def quiet(self, patience=0.4, limit=10.0):
        """Waits until nothing has been printed for a while, and gives what was."""
        output, end = b"", time.monotonic() + limit
        while time.monotonic() < end:
            ready, _, _ = select.select([self.terminal], [], [], patience)
            if not ready:
                break
            try:
                output += os.read(self.terminal, 65536)
            except OSError:
                break
        return output.decode(errors="replace")

    def words(self, line):
        """The words that the program gets of a line, in which a tab asks for completion."""
        if os.path.exists(self.record):
            os.remove(self.record)
        for part in line.split("\t")[:-1]:
            self.type(part + "\t")
            self.quiet()
        self.type(line.split("\t")[-1] + "\r")
        end = time.monotonic() + 5
        while not os.path.exists(self.record) and time.monotonic() < end:
            time.sleep(0.05)
        self.quiet(0.1)
        if not os.path.exists(self.record):
            self.type("\x03")
            self.quiet()
            return None
        time.sleep(0.05)
        with open(self.record, encoding="utf-8", errors="surrogateescape") as file:
            return file.read().split("\0")[:-1]

    def screen(self, line):
        """What is on the screen after a line with tabs, which is then taken back."""
        self.type(line)
        shown = self.quiet()
        self.type("\x03")
        self.quiet()
        return shown

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def check(kind, prefix):
    failures = []
    with tempfile.TemporaryDirectory() as work:
        os.makedirs(f"{work}/bin")
        os.makedirs(f"{work}/home")
        with open(f"{work}/bin/debrief", "w") as file:
            file.write('#!/bin/sh\ncase $1 in ---completion) exec "%s/bin/debrief" "$@";; esac\n'
                       'printf "%%s\\0" "$@" > "$RECORD.new"; mv "$RECORD.new" "$RECORD"\n' % prefix)
        os.chmod(f"{work}/bin/debrief", 0o755)
        notebook(f"{work}/my notes")
        shell = Shell(kind, f"{prefix}/share", work)

        def expect(line, words):
            got = shell.words(line)
            if got != words:
                failures.append(f"{line!r}: expected {words}, got {got}")

        try:
            expect("debrief summ\t", ["summarize"])
            expect("debrief list --over\t", ["list", "--overdue"])
            expect("debrief list --stage sw\t", ["list", "--stage", "swallow"])
            got = shell.words("debrief list my\t --open")
            if got not in (["list", "my notes", "--open"], ["list", "my notes/", "--open"]):
                failures.append(f"a folder: {got}")
            for begun, company in COMPANIES.items():
                expect(f"debrief list 'my notes' --company {begun}\t", ["list", "my notes", "--company", company])
            # Within quotes too, and behind a blank that is in the name itself.
            for quote in "\"'":
                for begun, company in COMPANIES.items():
                    expect(f"debrief list 'my notes' --company {quote}{begun}\t",
                           ["list", "my notes", "--company", company])
            expect("debrief list my\\ notes --company Harrow\\ \\&\t",
                   ["list", "my notes", "--company", COMPANIES["Harr"]])
            expect("debrief list 'my notes' --topic del\t", ["list", "my notes", "--topic", "delivery/pace"])
            expect("debrief list 'my notes' --source Dana\\ R3\t", ["list", "my notes", "--source", "Dana R3"])
            expect("debrief new 'my notes' --interviewer Dana\\ R4\t",
                   ["new", "my notes", "--interviewer", "Dana R4"])
            expect("debrief prep 'my notes' --for wi\t", ["prep", "my notes", "--for", "wide é $(touch pwned).md"])
            expect("debrief prep 'my notes' --round wi\t", ["prep", "my notes", "--round", "wide"])
            expect("cd 'my notes'\rdebrief mark wi\t6\t chew", ["mark", "wide é $(touch pwned).md:6", "chew"])
            expect("cd ..\rdebrief mark my\\ notes/wi\t7\t --done",
                   ["mark", "my notes/wide é $(touch pwned).md:7", "--done"])
            # A colon as one types it, which ends a word for bash.
            expect("debrief mark my\\ notes/wide\\ é\\ \\$\\(touch\\ pwned\\).md:\t7\t chew",
                   ["mark", "my notes/wide é $(touch pwned).md:7", "chew"])
            for line in ["one\t", "one:\t", "one:tw\t", "one:two.md:\t", "one:two.md:3\t"]:
                expect(f"cd 'my notes'\rdebrief mark {line} chew\rcd ..", ["mark", "one:two.md:3", "chew"])
            # Nothing to offer: nothing happens, and nothing is said.
            for line in ["debrief list 'my notes' --company Zesc\t", "debrief list 'my notes' --company Zdel\t",
                         "debrief list nowhere --company Harr\t", "debrief list --since tomorrow --company Nobody\t",
                         "debrief mark nowhere/x.md\t"]:
                expect(line, [word.strip("'") for word in line.strip().split(" ")[1:]] if "'" not in line
                       else ["list", "my notes", "--company", line.strip().split(" ")[-1]])
                shown = shell.screen(line)
                if "rror" in shown or "debrief:" in shown:
                    failures.append(f"{line!r}: said {shown!r}")
        finally:
            shell.close()
        for folder, _, files in os.walk(work):
            if "pwned" in files:
                failures.append(f"a name was run: {folder}/pwned")
    return failures


def main():
    prefix, *shells = sys.argv[1:]
    prefix = os.path.abspath(prefix)
    failed = False
    for kind in " ".join(shells).split():
        if subprocess.run(["which", kind], capture_output=True).returncode != 0:
            print(f"{kind}: not installed")
            failed = True
            continue
        failures = check(kind, prefix)
        for failure in failures:
            print(f"{kind}: {failure}")
        print(f"{kind}: {'failed' if failures else 'ok'}")
        failed = failed or bool(failures)
    sys.exit(failed)


main()
