"""Runs a command as a whole process tree: wall time, CPU time, and the peak memory of all its processes together."""

import os
import re
import shlex
import subprocess
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.05  # seconds between two looks at memory
SHARE = 20  # a look may cost a twentieth of the time: asking for the PSS of gigabytes is slow, and halts who is asked
MEMORY_LINE = re.compile(rb"^Pss:\s+(\d+) kB", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Usage:
    """What a run cost."""

    wall: float  # seconds
    cpu: float  # seconds, user and system, of the process and every descendant that was waited for
    peak_mb: float  # the largest sum of PSS seen; not a number where there is no /proc


class RunError(Exception):
    """A command that failed, with the end of what it said."""


def run(command: list[str], folder: Path) -> tuple[Usage, str]:
    """Runs the command in the folder to its end; returns its cost and its standard output."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=_environment(), stdin=subprocess.DEVNULL, stdout=out, stderr=err, start_new_session=True
        )
        sampler = Sampler(process.pid)
        sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        peak = sampler.finish()
        out.seek(0)
        err.seek(0)
        said = out.read().decode(errors="replace")
        if process.returncode:
            complaint = (said + err.read().decode(errors="replace"))[-2000:]
            raise RunError(f"{shlex.join(command)} ended with {process.returncode}:\n{complaint}")
    return Usage(wall, usage.ru_utime + usage.ru_stime, peak), said


def _environment() -> dict[str, str]:
    """Ours, but that Python keeps its byte code, as it does for who installs an engine: the first, unmeasured build writes it."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Sampler(threading.Thread):
    """Looks at a session's memory again and again; every process of a command stays in the session that it was started in."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session = session
        self.peak_kb = 0
        self.done = threading.Event()

    def run(self) -> None:
        """Keeps the largest sum until told to finish."""
        pause = 0.0
        while not self.done.wait(pause):
            start = time.perf_counter()
            self.peak_kb = max(self.peak_kb, session_memory_kb(self.session))
            pause = max(INTERVAL, SHARE * (time.perf_counter() - start))

    def finish(self) -> float:
        """Ends the thread; the peak in MB."""
        self.done.set()
        self.join()
        return self.peak_kb / 1024 if self.peak_kb else float("nan")


def session_memory_kb(session: int) -> int:
    """The memory of all processes of a session: shared pages are counted once, by proportional set size."""
    try:
        processes = [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    except FileNotFoundError:
        return 0
    return sum(_memory_kb(process) for process in processes if _session(process) == session)


def _session(process: int) -> int:
    try:
        return os.getsid(process)
    except OSError:
        return 0


def _memory_kb(process: int) -> int:
    """PSS, or resident memory where the kernel tells no PSS; 0 for a process that has just ended."""
    try:
        found = MEMORY_LINE.search(Path(f"/proc/{process}/smaps_rollup").read_bytes())
        if found:
            return int(found[1])
        return int(Path(f"/proc/{process}/statm").read_bytes().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024
    except (OSError, IndexError):
        return 0
