"""The two commands of the README and the verbs of daily work; each sets up what it needs.

Longer than 300 lines because it has to stand alone: it runs before anything of the project can be imported,
and tells a person in two languages what is in the way. Standard library only, and no syntax newer than
Python 3.6: it must run on an old Python far enough to say that it is too old.
"""

import concurrent.futures
import contextlib
import hashlib
import importlib.util
import json
import locale
import os
import shutil
import signal
import subprocess
import sys
import time
import typing

ROOT = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(ROOT, ".venv")
# What .venv holds is written here when it is complete, and "unfinished" before anything in it changes.
STAMP = os.path.join(VENV, "shinyo-setup.json")
LOG = os.path.join(ROOT, ".setup.log")
LOCK = os.path.join(ROOT, ".setup.lock")
OLDEST = (3, 11)
VERSION = "import sys; print(sys.version_info[:2])"
EXTRAS = ("", "dev", "audit")  # each holds those before it
INPUTS = ("pyproject.toml", "constraints.txt")
NO_NETWORK = (
    "NewConnectionError", "name resolution", "getaddrinfo", "Connection refused", "Network is unreachable",
    "timed out", "ProxyError", "Cannot connect to proxy", "SSLError", "Max retries", "No route to host",
    "Connection broken", "RemoteDisconnected", "ConnectTimeout",
)  # fmt: skip

SENTENCES = {
    "old": (
        "This game needs Python {0} or newer; this is Python {1}. Install one and run the same line with it.",
        "このゲームには Python {0} 以降が必要です（今は Python {1} です）。新しい Python をインストールして、"
        + "同じ行をもう一度実行してください。",
    ),
    "no_venv": (
        "This Python came without its venv module. On Debian or Ubuntu: sudo apt install python3-venv. "
        + "Then run the same line again.",
        "この Python には venv モジュールが入っていません。Debian や Ubuntu では"
        + "「sudo apt install python3-venv」を実行してから、同じ行をもう一度実行してください。",
    ),
    "network": (
        "The packages could not be fetched: the network cannot be reached from here. "
        + "Check the connection (or the proxy) and run the same line again. The full report is in {0}.",
        "必要なパッケージを取得できませんでした。ネットワークにつながっていないようです。接続（またはプロキシ）を"
        + "確かめて、同じ行をもう一度実行してください。詳しい記録は {0} にあります。",
    ),
    "pip": (
        "The packages could not be installed. The end of the report is above, all of it is in {0}. "
        + "When the cause is mended, run the same line again.",
        "パッケージをインストールできませんでした。記録の最後を上に示しました（全体は {0}）。"
        + "原因を取り除いてから、同じ行をもう一度実行してください。",
    ),
    "disk": (
        "The game cannot be set up in {0} ({1}). "
        + "Copy the whole folder to a place of your own that has room, and run the same line there.",
        "{0} では準備ができません（{1}）。フォルダー全体を、空きがあって自分で書き込める場所にコピーし、"
        + "そこで同じ行を実行してください。",
    ),
    "setup": (
        "Setting up in {0}. This happens once and takes a minute or two.",
        "{0} に準備をしています。最初の一回だけで、一、二分かかります。",
    ),
    "update": ("Bringing {0} up to date.", "{0} を最新の状態にしています。"),
    "wait": (
        "The game is being set up in another window; waiting for that.",
        "別のウィンドウで準備が進んでいます。終わるのを待ちます。",
    ),
    "ready": ("Ready after {0} s.", "準備ができました（{0}秒）。"),
    "stopped": (
        "Stopped. Run the same line again to start over.",
        "中断しました。もう一度同じ行を実行すれば、やり直せます。",
    ),
    "verb": ("There is no “{0}” here.", "「{0}」というコマンドはありません。"),
    "verbs": ("python3 dev.py VERB [ARGUMENTS]", "python3 dev.py コマンド [引数]"),
    "ok": ("All passed: {0}.", "すべて合格しました：{0}。"),
    "failed": ("Failed: {0}. Passed: {1}.", "不合格：{0}。合格：{1}。"),
    "none": ("nothing", "なし"),
    "audited": (
        "{0} packages were looked up: none has a known fault.",
        "{0}個のパッケージを調べました。既知の欠陥はありません。",
    ),
    "faulty": ("Known faults: {0}.", "既知の欠陥：{0}。"),
    "unaudited": (
        "Not looked up, of {1} packages: {0}. The public list of known faults could not be reached from "
        + "here, or does not know them. Nothing is said about these.",
        "{1}個のパッケージのうち、調べられなかったもの：{0}。公開されている欠陥の一覧に接続できないか、"
        + "一覧に載っていません。これらについては何も分かりません。",
    ),
    "built": (
        "The program is {0} ({1} MB). It runs on systems like this one, without Python.",
        "プログラムは {0} です({1} MB)。これと同じ種類のシステムなら、Python がなくても動きます。",
    ),
}


class Failure(Exception):  # noqa: N818 - not a mistake in the program: what the person is told
    """What a person has to be told in one sentence; the message is that sentence."""


def japanese() -> bool:
    """Tell whether to speak Japanese: by the variables of the terminal, else by the system's setting."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name].lower().startswith("ja")
    with contextlib.suppress(ValueError, locale.Error):
        locale.setlocale(locale.LC_CTYPE, "")
        return (locale.getlocale()[0] or "").lower().startswith("ja")
    return False


def say(key: str, *values: object) -> str:
    """Return one of the SENTENCES in the language of this machine."""
    return SENTENCES[key][japanese()].format(*values)


def tell(text: str) -> None:
    """Print a line at once; what the terminal cannot show becomes a question mark, never a traceback."""
    encoding = sys.stdout.encoding or "ascii"
    print(text.encode(encoding, "replace").decode(encoding), flush=True)


def newer_python() -> "str | None":
    """Return the path of a Python on this machine that is new enough, if this one is not."""
    for minor in range(OLDEST[1] + 8, OLDEST[1] - 1, -1):
        path = shutil.which("python3.{}".format(minor))
        # A version manager leaves a command of that name even where the version is not there to run.
        if path and answer_of(path, VERSION) == "(3, {})".format(minor):
            return path
    return None


def venv_python() -> str:
    """Return where the environment keeps its interpreter."""
    return os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))


def answer_of(python: str, code: str) -> str:
    """Return what a Python prints for a line of code; the empty string if it cannot run at all."""
    try:
        out = subprocess.run(
            [python, "-I", "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return out.stdout.decode("ascii", "replace").strip()


def fingerprint() -> str:
    """Return a hash of the lists that decide what the environment holds."""
    digest = hashlib.sha256()
    for name in INPUTS:
        with open(os.path.join(ROOT, name), "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def read_stamp() -> "dict[str, object]":
    """Return what is noted about the environment; empty if nothing is, or nothing that can be read."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            noted = json.load(file)
    except (OSError, ValueError):
        return {}
    return noted if isinstance(noted, dict) else {}


def write_stamp(**noted: object) -> None:
    """Note the state of the environment; the note appears whole or not at all."""
    with open(STAMP + ".new", "w", encoding="utf-8") as file:
        json.dump(noted, file)
    os.replace(STAMP + ".new", STAMP)


def is_ready(extra: str) -> bool:
    """Tell whether the environment is complete, belongs to this checkout, has the extra, and still runs."""
    noted = read_stamp()
    return (
        noted.get("root") == ROOT
        and noted.get("fingerprint") == fingerprint()
        and larger(extra, noted.get("extra")) == noted.get("extra")
        and noted.get("python") == answer_of(venv_python(), VERSION)
    )


def larger(extra: str, other: object) -> str:
    """Return that one of two extras of pyproject.toml that holds the other."""
    return max(extra, other if other in EXTRAS else "", key=EXTRAS.index)


def take_lock(file: "typing.IO[bytes]") -> None:
    """Lock an open file without waiting; the lock falls when this process and what it started have ended.

    It is handed down (see close_fds below): pip outlives us when we are killed, and goes on writing.

    Raises:
        BlockingIOError, PermissionError: another process has it (the latter on Windows).
        OSError: the disk knows no locks.
    """
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - there only on Windows

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - not there on Windows

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        os.set_inheritable(file.fileno(), True)


@contextlib.contextmanager
def only_one() -> "typing.Iterator[None]":
    """Hold the lock of this checkout, so that two starts at once do not build the same folder."""
    with open(LOCK, "a+b") as file:
        told = False
        while True:
            try:
                take_lock(file)
                break
            except (BlockingIOError, PermissionError):
                if not told:
                    tell(say("wait"))
                told = True
                time.sleep(0.5)
            except OSError:  # some network disks know no locks: better unguarded than not at all
                break
        yield


def run_pip(arguments: "list[str]") -> None:
    """Run pip in the environment, show what it fetches, keep its whole report in LOG.

    Raises:
        Failure: pip failed; the message tells a missing network from everything else.
    """
    settings = dict(
        os.environ, PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1", PIP_USER="0", PYTHONUTF8="1"
    )
    command = [venv_python(), "-m", "pip", "--no-color", "install", "--progress-bar", "off", *arguments]
    report = []
    with open(LOG, "w", encoding="utf-8") as log, subprocess.Popen(
        command,
        cwd=ROOT,
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        close_fds=False,
    ) as pip:
        for raw in pip.stdout or ():
            line = raw.decode("utf-8", "replace").rstrip()
            log.write(line + "\n")
            report.append(line)
            if line.startswith(("Collecting", "Building wheel", "Installing collected")):
                tell("  " + line[:100])
    if pip.returncode:
        if any(sign in line for sign in NO_NETWORK for line in report):
            raise Failure(say("network", LOG))
        for line in report[-12:]:
            tell("  | " + line)
        raise Failure(say("pip", LOG))


def make_venv() -> None:
    """Make the environment anew, marked as unfinished from its first moment.

    Raises:
        Failure: this Python cannot make one.
    """
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise Failure(say("no_venv"))
    if os.path.lexists(VENV):
        shutil.rmtree(VENV)
    os.mkdir(VENV)
    write_stamp(state="unfinished")
    # Started from the environment itself, as editors do, the new one must not hang on the one just removed.
    base = getattr(sys, "_base_executable", None) or sys.executable
    made = subprocess.run(
        [base, "-I", "-m", "venv", VENV],  # -I: a folder `venv` where the person stands is not the one meant
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        close_fds=False,
        check=False,
    )
    if made.returncode:
        for line in made.stdout.decode("utf-8", "replace").splitlines()[-6:]:
            tell("  | " + line)
        raise Failure(say("no_venv"))


def set_up(extra: str) -> None:
    """Make sure that the environment holds the game, and the named extra of pyproject.toml if one is named.

    Raises:
        Failure: it cannot be done; the message says what a person can do about it.
    """
    began = time.time()
    try:
        if is_ready(extra):
            return
        with only_one():
            if is_ready(extra):  # the one we waited for has done it
                return
            noted = read_stamp()
            version = answer_of(venv_python(), VERSION)
            # An environment without our note is somebody's own: it is used. One that cannot run, was left
            # half-way or was carried here from another folder is made anew.
            if version and (not noted or (noted.get("root"), noted.get("python")) == (ROOT, version)):
                tell(say("update", VENV))
                extra = larger(extra, noted.get("extra"))
                if noted:
                    write_stamp(state="unfinished")
            else:
                tell(say("setup", VENV))
                make_venv()
                version = answer_of(venv_python(), VERSION)
            run_pip(["-e", ".[{}]".format(extra) if extra else ".", "-c", "constraints.txt"])
            write_stamp(root=ROOT, fingerprint=fingerprint(), extra=extra, python=version)
            tell(say("ready", round(time.time() - began)))
    except OSError as error:
        raise Failure(say("disk", ROOT, error)) from error


def play(arguments: "list[str]") -> int:
    """Start the game, from the folder the person stands in; arguments go to `shinyo`."""
    set_up("")
    command = [venv_python(), "-P", "-m", "game", *arguments]  # -P: a folder `game` in that place is not ours
    if hasattr(os, "fork"):
        os.execv(command[0], command)  # the game then has the terminal and its signals to itself
    # Where a program cannot become another one, on Windows, Ctrl+C reaches both: the game answers it.
    signal.signal(signal.SIGINT, lambda *_: None)
    return subprocess.call(command)


def run_each(steps: "list[list[str]]", beside: "typing.Sequence[list[str]]" = ()) -> int:
    """Run every step, whatever became of the one before, and sum up; 1 if any failed.

    Those in ``beside`` run one after another at the same time, and what they say is told at the end.
    """
    set_up("dev")
    passed, failed = [], []  # type: list[str], list[str]

    def note(step: "list[str]", status: int, seconds: float) -> None:
        name = " ".join(step[:2]) if step[0] == "ruff" else step[0]
        (failed if status else passed).append("{} ({:.0f} s)".format(name, seconds))

    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        quiet = [pool.submit(run_quietly, step) for step in beside]
        try:
            for step in steps:
                tell("\n── " + " ".join(step))
                began = time.time()
                status = subprocess.call(command_of(step), cwd=ROOT)
                note(step, status, time.time() - began)
        except KeyboardInterrupt:
            for waiting in quiet:
                waiting.cancel()
            raise
        for step, ended in zip(beside, quiet):
            status, said, seconds = ended.result()
            tell("\n── " + " ".join(step))
            tell(said)
            note(step, status, seconds)
    good = ", ".join(passed) or say("none")
    tell("\n" + (say("failed", ", ".join(failed), good) if failed else say("ok", good)))
    return 1 if failed else 0


def run_quietly(step: "list[str]") -> "tuple[int, str, float]":
    """Run a step without a word: its exit status, what it said, and the seconds it took."""
    began = time.time()
    done = subprocess.run(
        command_of(step),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    return done.returncode, done.stdout.decode("utf-8", "replace").rstrip(), time.time() - began


def command_of(step: "list[str]") -> "list[str]":
    """Return the command line that starts a tool of the environment."""
    return [venv_python(), *MODULES.get(step[0], ["-m", step[0]]), *step[1:]]


# Tools are started as modules: the first line of a command in .venv names a path, which may hold a space.
# This one has no module to start.
MODULES = {"lint-imports": ["-c", "from importlinter.cli import lint_imports_command as main; main()"]}
CHECKS = [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["lint-imports", "--no-logo"]]


def test(arguments: "list[str]") -> int:
    """Run every check and every test; arguments go to pytest."""
    # Three, also on two cores: tests of real windows and terminals mostly wait for what they have started.
    # Beside them the checks, of which the longest knows one processor only and would leave the others idle.
    return run_each([["pytest", "-n", "3", *arguments]], beside=CHECKS)


def lint(_: "list[str]") -> int:
    """Run style, format, types and import contracts."""
    return run_each(CHECKS)


def put_in_format(_: "list[str]") -> int:
    """Mend what can be mended by machine."""
    return run_each([["ruff", "check", "--fix", "."], ["ruff", "format", "."]])


def bench(arguments: "list[str]") -> int:
    """Measure what the README claims; arguments go to the benchmarks."""
    set_up("dev")
    return subprocess.call([venv_python(), os.path.join("benchmarks", "run.py"), *arguments], cwd=ROOT)


def quality(arguments: "list[str]") -> int:
    """Measure what makes the shipped scenarios good; arguments go to benchmarks/quality.py."""
    set_up("dev")
    return subprocess.call([venv_python(), "-m", "benchmarks.quality", *arguments], cwd=ROOT)


def fuzz(arguments: "list[str]") -> int:
    """Read files nobody would write, for as long as wished; arguments go to tests/fuzz."""
    set_up("dev")
    return subprocess.call([venv_python(), "-m", "tests.fuzz", *arguments], cwd=ROOT)


def audit(arguments: "list[str]") -> int:
    """Look every pinned version up in a public list of known faults; arguments go to pip-audit.

    It is 0 only if each of them was looked up. pip-audit itself is content with none.
    """
    set_up("audit")
    pins = ["--requirement", "constraints.txt", "--no-deps", "--disable-pip"]
    command = [venv_python(), "-m", "pip_audit", *pins, "--progress-spinner", "off", "--format", "json"]
    asked = subprocess.run(
        [*command, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False
    )
    with open(LOG, "wb") as log:
        log.write(asked.stderr)
    try:
        found = json.loads(asked.stdout.decode("utf-8"))["dependencies"]
    except (ValueError, KeyError):
        raise Failure(say("network", LOG)) from None
    faulty = ["{} {} ({})".format(one["name"], one["version"], ", ".join(each["id"] for each in one["vulns"]))
              for one in found if one.get("vulns")]  # fmt: skip
    missing = [one["name"] for one in found if "skip_reason" in one]
    if faulty:
        tell(say("faulty", ", ".join(faulty)))
    if missing:
        tell(say("unaudited", ", ".join(missing), len(found)))
    if not faulty and not missing:
        tell(say("audited", len(found)))
    return 1 if faulty or missing else 0


def gallery(arguments: "list[str]") -> int:
    """Draw every state of every screen; arguments go to tests/gallery."""
    set_up("dev")
    # From the folder the person stands in: they name another one for the pictures.
    settings = dict(os.environ, PYTHONPATH=ROOT)
    return subprocess.call([venv_python(), "-P", "-m", "tests.gallery", *arguments], env=settings)


def wheel(_: "list[str]") -> int:
    """Build the package into dist/."""
    return run_each([["hatchling", "build", "-t", "wheel"]])


# What is made on the way is kept in build/, so that the next time is shorter; only faults are told.
BUILD = ["PyInstaller", "--noconfirm", "--log-level", "ERROR", "--distpath", "dist", "--workpath", "build"]
SPEC = os.path.join("standalone", "shinyo.spec")
PROGRAMS = {"win32": "shinyo.exe", "darwin": os.path.join("Shinyo.app", "Contents", "MacOS", "shinyo")}


def program(folder: str) -> str:
    """Return where the built program is started from, if it was built into this folder."""
    return os.path.join(folder, PROGRAMS.get(sys.platform, "shinyo"))


def build(arguments: "list[str]") -> int:
    """Build the program that needs no Python into dist/; arguments go to PyInstaller."""
    os.environ.setdefault("PYINSTALLER_CONFIG_DIR", os.path.join(ROOT, "build", "cache"))
    status = run_each([[*BUILD, *arguments, SPEC]])
    built = program(os.path.join(ROOT, "dist"))
    if not status and not arguments:
        tell(say("built", built, round(size_of(built) / 1e6)))
    return status


def size_of(path: str) -> int:
    """Return the bytes of a program: of the file, or of the whole folder that macOS shows as one thing."""
    top = path.partition(".app" + os.sep)[0] + ".app"
    if not os.path.isdir(top):
        return os.path.getsize(path)
    files = [os.path.join(folder, name) for folder, _, names in os.walk(top) for name in names]
    return sum(os.path.getsize(file) for file in files if not os.path.islink(file))


VERBS = {
    "play": (play, "start the game; arguments go to shinyo", "ゲームを始める（引数は shinyo へ）"),
    "test": (test, "all checks and tests; arguments go to pytest", "検査とテスト（引数は pytest へ）"),
    "lint": (lint, "the checks without the tests", "テスト以外の検査"),
    "format": (put_in_format, "put the code into the project's format", "コードの書式を整える"),
    "bench": (bench, "measure what the README claims", "README に書いた数値を測り直す"),
    "quality": (quality, "measure what the shipped scenarios teach", "同梱シナリオの質を測る"),
    "fuzz": (
        fuzz,
        "read files nobody would write (--minutes N)",
        "ありえないファイルを読ませてみる（--minutes N）",
    ),
    "audit": (
        audit,
        "look the pinned packages up in a list of known faults",
        "使うパッケージに既知の欠陥がないか調べる",
    ),
    "gallery": (gallery, "draw every state of every screen", "すべての画面の状態を絵にする"),
    "wheel": (wheel, "build the package into dist/", "dist/ にパッケージを作る"),
    "build": (build, "build the program that needs no Python", "Python なしで動くプログラムを作る"),
}


def usage() -> None:
    """Print the verbs."""
    tell(say("verbs"))
    for verb, (_, english, in_japanese) in VERBS.items():
        tell("  {:<8}{}".format(verb, in_japanese if japanese() else english))


def main(arguments: "list[str]") -> int:
    """Do what the command line asks for and return the exit status: 0 fine, 1 failed, 2 misunderstood."""
    if sys.version_info[:2] < OLDEST:
        newer = newer_python()
        if newer is None:
            tell(say("old", "{}.{}".format(*OLDEST), sys.version.split()[0]))
            return 2
        return subprocess.call([newer, os.path.abspath(__file__), *arguments])
    # In plain C a Python 3.12 cannot read the note of where the game is, if that has another letter in it.
    for name in ("LC_ALL", "LC_CTYPE"):
        if os.environ.get(name) in ("C", "POSIX"):
            os.environ[name] = "C.UTF-8"
    # A Python told to know ASCII only loses itself in a folder with another letter in its name.
    if sys.getfilesystemencoding() == "ascii" and os.environ.get("PYTHONUTF8") != "1":
        os.environ["PYTHONUTF8"] = "1"
        return subprocess.call([sys.executable, os.path.abspath(__file__), *arguments])
    # Where a person's other programs find their modules is no place for ours.
    for name in ("PYTHONPATH", "PYTHONHOME"):
        os.environ.pop(name, None)
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        usage()
        return 0 if arguments else 2
    if arguments[0] not in VERBS:
        tell(say("verb", arguments[0]))
        usage()
        return 2
    try:
        return VERBS[arguments[0]][0](arguments[1:])
    except Failure as failure:
        tell(str(failure))
        return 1
    except KeyboardInterrupt:
        tell("\n" + say("stopped"))
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
