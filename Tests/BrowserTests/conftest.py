"""A node on sample records and a Chromium to look at it with; both real."""
import contextlib
import itertools
import os
import pathlib
import re
import subprocess
import tempfile
import threading

import axe_playwright_python
import pytest
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("HUIZHI_BINARY", ROOT / ".build/debug/huizhi"))

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Parts of Chromium around the page: what Playwright switches off (the last list counts), and two lists below the address
# bar, which cost each window a process that takes as long as the pages do.
UNUSED = (
    "AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,"
    "LensOverlay,MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,"
    "TcpPortRandomizationWin,OptimizationHints,NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch,"
    "WebUIOmniboxPopup,WebUIOmniboxAimPopup")


def violations(page):
    """What axe finds wrong with the page as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    # What is right is most of a page: it stays where it is.
    return page.evaluate("""async tags => {
        const found = await axe.run(document, {runOnly: tags, resultTypes: ["violations"]});
        return found.violations.map(one => `${one.id}: ${one.nodes[0].html.slice(0, 160)}`);
    }""", TAGS)


def huizhi(*arguments, **options):
    """Runs the program and returns the finished process."""
    return subprocess.run(
        [str(BINARY), *arguments], cwd=ROOT, capture_output=True, text=True, timeout=300, **options)


@pytest.fixture(scope="session")
def data():
    with tempfile.TemporaryDirectory(prefix="huizhi-browser-") as folder:
        made = huizhi("sample", "--data", folder, "--count", "2000", "--seed", "1")
        assert made.returncode == 0, made.stderr
        published = huizhi("definitions", "--data", folder, "publish")
        assert published.returncode == 0, published.stderr
        yield folder


@contextlib.contextmanager
def serving(data, **settings):
    """A running node, with settings by their names in the environment; gives its address."""
    process = subprocess.Popen(
        [str(BINARY), "serve", "--data", data, "--port", "0"], cwd=ROOT, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, text=True, env={**os.environ, **settings})
    address = None
    for line in process.stdout:
        found = re.search(r"http://127\.0\.0\.1:\d+", line)
        if found:
            address = found.group(0)
            break
    assert address, "the node said no address"
    threading.Thread(target=process.stdout.read, daemon=True).start()
    yield address
    process.terminate()
    assert process.wait(timeout=15) == 0, "the node did not end gracefully"


@pytest.fixture(scope="session")
def site(data):
    """The address of a running node."""
    with serving(data) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-features=" + UNUSED])
        # Each comes from a network of its own, as the proxy beside the node would say: one network makes twenty accounts,
        # and then waits.
        make, numbers = browser.new_context, itertools.count(1)
        browser.new_context = lambda **options: make(
            **{"extra_http_headers": {"X-Forwarded-For": f"198.18.{next(numbers)}.1"}, **options})
        yield browser
        browser.close()


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def page(request, chromium):
    """A page at desktop width, once with JavaScript and once without."""
    context = chromium.new_context(java_script_enabled=request.param, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(chromium):
    """A page with JavaScript, for checks that run scripts of their own."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
