"""A real session of a Streamlit server: what a browser says and hears over its websocket, without a browser."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PORT = 8599
SECONDS = 60


class Server:
    """A Streamlit server of its own, with the demonstration record where the script is the product."""

    def __init__(self, process: psutil.Process, port: int) -> None:
        self.process, self.port = process, port

    def cpu_seconds(self) -> float:
        """Return the processor time the server has used so far."""
        times = self.process.cpu_times()
        return float(times.user + times.system)

    def megabytes(self) -> float:
        """Return the memory the server holds."""
        return float(self.process.memory_info().rss) / 1024**2


@contextmanager
def server(script: Path, database: Path | None = None, port: int = PORT) -> Iterator[Server]:
    """Serve a script until the block ends."""
    environment = os.environ | ({"RECOVERY_DATABASE": str(database)} if database else {})
    command = [
        *(sys.executable, "-m", "streamlit", "run", str(script), "--server.headless", "true"),
        *("--server.address", "127.0.0.1", "--server.port", str(port), "--server.fileWatcherType", "none"),
    ]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as started:
        try:
            until(lambda: answers(port, "_stcore/health"))
            yield Server(psutil.Process(started.pid), port)
        finally:
            started.terminate()


def answers(port: int, path: str = "") -> bool:
    """Return whether a server on this port answers."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=1):
            return True
    except (urllib.error.URLError, OSError):
        return False


def until(holds: Callable[[], bool]) -> None:
    """Return once `holds` does; a TimeoutError after a minute."""
    end = time.monotonic() + SECONDS
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError("The server did not answer.")
        time.sleep(0.01)


@contextmanager
def demo_record() -> Iterator[Path]:
    """Give a record of its own with the demonstration in it."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "record.sqlite"
        subprocess.run(
            [sys.executable, "-m", "recovery", "demo", "--db", database],
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        yield database


class Session:
    """One open page in one browser tab."""

    def __init__(self, port: int) -> None:
        self._socket = connect(
            f"ws://127.0.0.1:{port}/_stcore/stream", subprotocols=["streamlit"], max_size=None, compression=None
        )
        self.pages: dict[str, str] = {}

    def close(self) -> None:
        """Close the tab."""
        self._socket.close()

    def run(
        self, query: str = "", address: str | None = None, stop_at: Callable[[ForwardMsg], bool] | None = None
    ) -> int:
        """Ask for a run and return how many elements came, once it is over or `stop_at` says so."""
        message = BackMsg()
        message.rerun_script.query_string = query
        if address is not None and self.pages:
            message.rerun_script.page_script_hash = self.pages[address]
        elif address is not None:
            message.rerun_script.page_name = address
        self._socket.send(message.SerializeToString())
        return self._hear(stop_at)

    def _hear(self, stop_at: Callable[[ForwardMsg], bool] | None) -> int:
        elements = 0
        while True:
            message = ForwardMsg.FromString(self._socket.recv(timeout=SECONDS))
            kind = message.WhichOneof("type")
            elements += kind == "delta"
            if kind == "navigation":
                self.pages = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
            if kind == "script_finished" or (stop_at and stop_at(message)):
                return elements
