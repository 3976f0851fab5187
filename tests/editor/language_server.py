"""A client of yaml-language-server: what an editor would ask it, over its standard streams."""

import json
import os
import shutil
import subprocess
import threading
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue
from typing import Any

ROOT = Path(__file__).parents[2]
SERVER = ROOT / ".editor" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
MISSING = [
    name
    for name, there in (("node", shutil.which("node")), ("yaml-language-server", SERVER.is_file()))
    if not there
]
LONGEST = 60.0
"""Seconds after which an answer is called missing; a loaded machine is slow to start node."""


class Client:
    """One editor with its server."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._number = 0
        self._came: Queue[dict[str, Any]] = Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            length = int(header.split(b":")[1])
            while stream.readline().strip():
                pass
            self._came.put(json.loads(stream.read(length)))

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._process.stdin.flush()

    def tell(self, method: str, params: dict[str, Any]) -> None:
        """A notification."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """A request and its answer."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params})
        return self._until(lambda one: one.get("id") == number and "method" not in one)["result"]

    def _until(self, wanted) -> dict[str, Any]:
        while True:
            try:
                one = self._came.get(timeout=LONGEST)
            except Empty:
                raise AssertionError("the language server does not answer") from None
            if wanted(one):
                return one
            if "id" in one and "method" in one:  # what the server asks of an editor
                items = one.get("params", {}).get("items", [])
                self._send({"id": one["id"], "result": [{} for _ in items] or None})

    def opened(self, file: Path, text: str) -> list[dict[str, Any]]:
        """Open a file with this text; what the server finds wrong with it."""
        uri = file.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        told = self._until(
            lambda one: one.get("method") == "textDocument/publishDiagnostics" and one["params"]["uri"] == uri
        )
        found: list[dict[str, Any]] = told["params"]["diagnostics"]
        return found

    def at(self, method: str, file: Path, line: int, column: int) -> Any:
        """Ask about a place in an open file; line and column from 0."""
        where = {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": column}}
        return self.ask(method, where)

    def completions(self, file: Path, line: int, column: int) -> set[str]:
        """What may be written at a place."""
        found = self.at("textDocument/completion", file, line, column)
        return {item["label"] for item in (found["items"] if isinstance(found, dict) else found)}


@contextmanager
def editor(folder: Path):
    """A running server that has been told where the files lie."""
    process = subprocess.Popen(
        ["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, cwd=folder,
    )  # fmt: skip
    client = Client(process)
    try:
        client.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": folder.as_uri(),
                "capabilities": {
                    "textDocument": {"completion": {"completionItem": {"snippetSupport": False}}}
                },
            },
        )
        client.tell("initialized", {})
        settings = {
            "yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}
        }
        client.tell("workspace/didChangeConfiguration", {"settings": settings})
        yield client
    finally:
        process.kill()
        process.communicate()
