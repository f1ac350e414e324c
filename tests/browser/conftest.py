"""A real server and a real browser: started once, watched for foreign requests, page errors and tracebacks."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).parents[2]
PHONE = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36"
FLAGS = ["--headless=new", "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--use-gl=angle", "--use-angle=swiftshader",
         "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"]
# On a deep link the framework asks for these under the page's own path first, to find where it is served from.
PROBES = ("/_stcore/health", "/_stcore/host-config")
# A page without navigation (presented, embedded) leaves its links as they are.
SERVED = "() => !document.querySelector('.st-key-navigation') || window.linksServed"
DONE = "[data-testid=stApp][data-test-script-state=notRunning]"


@dataclass
class Server:
    """The app under test: its address and what it has written so far."""

    address: str
    log: Path


@dataclass
class Visit:
    """One open page with everything that should not happen on it."""

    page: Page
    address: str
    foreign: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def open(self, path: str) -> None:
        """Open a page of the app and wait until its script has run."""
        self.page.goto(f"{self.address}/{path}")
        self.settle()

    def settle(self) -> None:
        """Wait until the script rests (briefly between two runs, so twice) and links are followed in the page."""
        for _ in range(2):
            self.page.wait_for_selector(DONE, timeout=60_000, state="attached")
            self.page.wait_for_timeout(350)
        self.page.wait_for_function(SERVED, timeout=60_000)

    def chosen(self, label: str) -> str:
        """What a filter shows."""
        return self.page.get_by_role("combobox", name=label).first.input_value() or \
            self.page.locator("[data-testid=stSelectbox]", has_text=label).first.inner_text()

    def choose(self, label: str, option: str) -> None:
        """Choose an option of a filter with the keyboard, as a reader would type it."""
        box = self.page.get_by_role("combobox", name=label).first
        box.click()
        box.fill(option)
        self.page.get_by_role("option", name=option, exact=True).first.click()
        self.settle()

    def wait_for_url(self, part: str, *, absent: bool = False) -> None:
        """Wait until the address has (or no longer has) a part."""
        self.page.wait_for_function("([part, absent]) => location.href.includes(part) !== absent",
                                    arg=[part, absent], timeout=20_000)

    def assert_clean(self) -> None:
        """Nothing was asked of another host, and the page raised nothing."""
        assert self.foreign == []
        assert self.errors == []


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port),
             "--server.address", "127.0.0.1"], cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
        address = f"http://127.0.0.1:{port}"
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"{address}/_stcore/health", timeout=1).close()
                break
            except OSError:
                assert process.poll() is None, log.read_text()
                time.sleep(0.2)
        yield Server(address, log)
        process.terminate()
        process.wait(timeout=20)
        assert "Traceback" not in log.read_text(), log.read_text()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if executable is None:
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail("no chromium on this machine, and REQUIRE_BROWSER is set")
        pytest.skip("no chromium on this machine: install it to run the browser tests")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield chromium
        chromium.close()


def visit_in(context: BrowserContext, server: Server) -> Visit:
    """A new page in a browser context, watched."""
    visit = Visit(context.new_page(), server.address)
    visit.page.on("request", lambda request: visit.foreign.append(request.url)
                  if not request.url.startswith((server.address, "data:", "blob:")) else None)
    visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
    visit.page.on("console", lambda message: visit.errors.append(f"{message.text} {message.location.get('url', '')}")
                  if message.type == "error" and not message.location.get("url", "").endswith(PROBES) else None)
    return visit


@pytest.fixture
def laptop(browser: Browser, server: Server) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    yield visit_in(context, server)
    context.close()


@pytest.fixture
def phone(browser: Browser, server: Server) -> Iterator[Visit]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, user_agent=PHONE, color_scheme="dark",
                                  has_touch=True)
    yield visit_in(context, server)
    context.close()
