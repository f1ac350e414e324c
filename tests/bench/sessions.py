"""Many readers at once: 200 sessions that each change a filter every ten seconds, and the server's memory."""

from __future__ import annotations

import asyncio
import random
import re
import statistics
import time
from pathlib import Path
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from dashboard.choices import AREA_LABELS
from tests.bench.server import serving

SESSIONS, EVERY, ROUNDS = 200, 10.0, 3
STREAM = Subprotocol("streamlit")
FIRST_RUN = 120.0  # seconds that all sessions together may take to open


def measure() -> list[dict[str, Any]]:
    """95th percentile of a filter change over all sessions, errors, and resident memory at start and per session."""
    with serving() as (port, process):
        asyncio.run(_open_and_change(port, 1, 1))
        at_start = _resident(process.pid)
        times, errors, after = asyncio.run(_open_and_change(port, SESSIONS, ROUNDS, process.pid))
    p95 = sorted(times)[int(0.95 * len(times))]
    return [
        {"what": f"filter change with {SESSIONS} sessions, 95th percentile", "value": 1000 * p95, "unit": "ms",
         "budget": 100.0},
        {"what": f"filter change with {SESSIONS} sessions, median", "value": 1000 * statistics.median(times),
         "unit": "ms", "budget": 100.0},
        {"what": f"errors with {SESSIONS} sessions", "value": float(errors), "unit": "errors", "budget": 0.0},
        {"what": "resident memory once warm", "value": at_start, "unit": "MB", "budget": 350.0},
        {"what": "resident memory for each session", "value": (after - at_start) / SESSIONS, "unit": "MB",
         "budget": 1.0},
    ]


async def _open_and_change(port: int, sessions: int, rounds: int, pid: int = 0) -> tuple[list[float], int, float]:
    """Seconds of every filter change, errors, and resident megabytes while all sessions are open."""
    sockets = [await connect(f"ws://127.0.0.1:{port}/_stcore/stream", max_size=None, subprotocols=[STREAM])
               for _ in range(sessions)]
    found = await asyncio.wait_for(asyncio.gather(*(_run(socket, "") for socket in sockets)), FIRST_RUN)
    errors = sum(failed for _, failed in found)
    times: list[float] = []

    async def reader(socket: ClientConnection, seed: int) -> None:
        nonlocal errors
        chance = random.Random(seed)
        await asyncio.sleep(chance.random() * EVERY)
        for _ in range(rounds):
            start = time.perf_counter()
            _, failed = await _run(socket, f"district={chance.choice(list(AREA_LABELS))}")
            times.append(time.perf_counter() - start)
            errors += failed
            await asyncio.sleep(EVERY)

    await asyncio.gather(*(reader(socket, seed) for seed, socket in enumerate(sockets)))
    resident = _resident(pid) if pid else 0.0
    for socket in sockets:
        await socket.close()
    return times, errors, resident


async def _run(socket: ClientConnection, query: str) -> tuple[int, int]:
    """One script run of the first page with this query: messages received, and whether one was an error."""
    message = BackMsg()
    message.rerun_script.query_string = query
    await socket.send(message.SerializeToString())
    received, failed = 0, 0
    while True:
        try:
            raw = await socket.recv()
        except ConnectionClosed:
            return received, 1
        answer = ForwardMsg()
        answer.ParseFromString(bytes(raw) if isinstance(raw, bytes) else raw.encode())
        received += 1
        failed |= answer.delta.new_element.HasField("exception")
        if answer.WhichOneof("type") == "script_finished":
            return received, failed


def _resident(pid: int) -> float:
    """Megabytes of resident memory of a process."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1000 if found else 0.0
