"""Many readers at once: 200 sessions that each change a filter every ten seconds, and the server's memory.

Readers go by the clock: who is kept waiting does not change the filter later for it, and the wait counts from when the
change was due. A page of one question and one chart on a server of its own is the floor.
"""

from __future__ import annotations

import asyncio
import random
import re
import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from dashboard.choices import AREA_LABELS
from tests.bench.server import serving

SESSIONS, EVERY, ROUNDS = 200, 10.0, 4
STREAM = Subprotocol("streamlit")
FIRST_RUN = 120.0  # seconds that all sessions together may take to open
FLOOR = Path(__file__).with_name("floor.py")


@dataclass(frozen=True)
class Load:
    """What a server did under load: seconds of each change, of each change made for the first time, errors, and
    megabytes after the first page and with all sessions open."""

    times: list[float]
    first: list[float]
    errors: int
    started: float
    open: float

    def part(self, share: float) -> float:
        """Milliseconds within which this share of the changes was done."""
        return 1000 * sorted(self.times)[int(share * len(self.times))]


def measure() -> list[dict[str, Any]]:
    """95th percentile of a filter change over all sessions, errors, and resident memory at start and per session."""
    with serving(FLOOR) as (port, process):
        floor = asyncio.run(_load(port, process.pid))
    with serving() as (port, process):
        app = asyncio.run(_load(port, process.pid))
    unbound = float("inf")
    return [
        {"what": f"filter change with {SESSIONS} sessions, 95th percentile", "value": app.part(0.95), "unit": "ms",
         "budget": 100.0},
        {"what": "the same of a page of one question and one chart", "value": floor.part(0.95), "unit": "ms",
         "budget": unbound},
        {"what": f"filter change with {SESSIONS} sessions, median", "value": app.part(0.5), "unit": "ms",
         "budget": 100.0},
        {"what": "filter change that nobody has made since the start", "value": 1000 * statistics.median(app.first),
         "unit": "ms", "budget": unbound},
        {"what": f"errors with {SESSIONS} sessions", "value": float(app.errors), "unit": "errors", "budget": 0.0},
        {"what": "resident memory after the first page", "value": app.started, "unit": "MB", "budget": 350.0},
        {"what": "resident memory for each session", "value": (app.open - app.started) / SESSIONS, "unit": "MB",
         "budget": 1.0},
    ]


async def _load(port: int, pid: int) -> Load:
    """Each area is chosen once by a first reader; then 200 readers open the page and change the area by the clock."""
    first, errors, times = [], 0, []

    async def change(socket: ClientConnection, area: str, due: float, kept: list[float]) -> None:
        nonlocal errors
        errors += await _run(socket, f"district={area}" if area else "")
        kept.append(time.perf_counter() - due)

    socket = await _opened(port)
    await change(socket, "", time.perf_counter(), [])
    started = _resident(pid)
    for area in AREA_LABELS:
        await change(socket, area, time.perf_counter(), first)
    await socket.close()
    sockets = [await _opened(port) for _ in range(SESSIONS)]
    await asyncio.wait_for(asyncio.gather(*(change(socket, "", 0, []) for socket in sockets)), FIRST_RUN)
    begin = time.perf_counter() + 1

    async def reader(socket: ClientConnection, seed: int) -> None:
        chance = random.Random(seed)
        due = begin + chance.random() * EVERY
        for _ in range(ROUNDS):
            await asyncio.sleep(due - time.perf_counter())
            await change(socket, chance.choice(list(AREA_LABELS)), due, times)
            due += EVERY

    await asyncio.gather(*(reader(socket, seed) for seed, socket in enumerate(sockets)))
    resident = _resident(pid)
    for socket in sockets:
        await socket.close()
    return Load(times, first, errors, started, resident)


async def _opened(port: int) -> ClientConnection:
    return await connect(f"ws://127.0.0.1:{port}/_stcore/stream", max_size=None, subprotocols=[STREAM])


async def _run(socket: ClientConnection, query: str) -> bool:
    """One script run of the first page with this query; whether anything in it was an error."""
    message = BackMsg()
    message.rerun_script.query_string = query
    await socket.send(message.SerializeToString())
    failed = False
    while True:
        try:
            raw = await socket.recv()
        except ConnectionClosed:
            return True
        answer = ForwardMsg()
        answer.ParseFromString(bytes(raw) if isinstance(raw, bytes) else raw.encode())
        failed |= answer.delta.new_element.HasField("exception")
        if answer.WhichOneof("type") == "script_finished":
            return failed


def _resident(pid: int | str) -> float:
    """Megabytes of resident memory of a process, by its number, or of this one ("self")."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1000 if found else 0.0
