"""The scripts of the explorer, used without a mouse: what they add works, and what they must leave alone they leave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from driven import complaints, visit
from playwright.sync_api import Browser, Page, expect
from served import rows

from sayso.faces.http.rendering import STATIC

pytestmark = pytest.mark.services

MOVE = "/whatif?move=American+ships+stop+Soviet+ships"


@pytest.fixture(scope="module", autouse=True)
def built() -> None:
    """The scripts have to be there; what passes without them proves nothing."""
    if not (STATIC / "islands.js").exists():
        pytest.fail("the explorer's scripts are not built: run `make web`")


@pytest.fixture
def page(browser: Browser, explorer: str) -> Iterator[Page]:
    """A page on a desk, that may use the clipboard, and of which the browser has nothing to complain in the end."""
    with visit(browser) as opened:
        opened.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=explorer)
        heard = complaints(opened.context)
        yield opened
        assert heard == []


def copied(page: Page) -> str:
    """What is on the clipboard, once the page has said so."""
    expect(page.get_by_role("status")).to_contain_text("copied")
    return str(page.evaluate("navigator.clipboard.readText()"))


def open_reader(page: Page, explorer: str) -> tuple[str, str]:
    """Open an article; give its address and the digest of its bytes."""
    article = rows(f"{explorer}/signals.json?_size=1")[0]["article"]
    page.goto(f"{explorer}/article/{article}")
    return f"{explorer}/article/{article}", rows(f"{explorer}/article/{article}.json")[0]["article"]["sha256"]


def test_entries_are_walked_through_and_opened_by_keys(page: Page, explorer: str) -> None:
    """`j` and `k` lead from entry to entry; the link of the entry has the focus, so that Enter opens it."""
    wanted = [one["page"] for one in rows(f"{explorer}/signals.json?_size=3")]
    page.goto(f"{explorer}/signals")
    for key in "jjjk":
        page.keyboard.press(key)
    expect(page.locator("tr[data-here] a.id:focus")).to_have_attribute("href", wanted[1])
    page.keyboard.press("Enter")
    page.wait_for_url(f"{explorer}{wanted[1]}")


def test_a_link_and_a_citation_are_copied_and_said_aloud(page: Page, explorer: str) -> None:
    """`y` copies where the entry is for good; `Y` its words, outlet, date, place and digest."""
    (first,) = rows(f"{explorer}/signals.json?_size=1")
    (walk,) = rows(f"{explorer}/walk/{first['id']}.json")
    page.goto(f"{explorer}/signals")
    page.keyboard.press("j")
    page.keyboard.press("y")
    assert copied(page) == f"{explorer}{first['page']}"
    page.keyboard.press("Y")
    expect(page.get_by_role("status")).to_contain_text("Citation")
    cited = copied(page)
    assert cited == f"{walk['citation']} {explorer}{first['page']}"
    assert first["sentence"] in cited
    assert f"SHA-256:{walk['ground']['sha256']}" in cited


def test_a_sentence_that_was_found_is_cited(page: Page, explorer: str) -> None:
    """In a search, keys are about the sentence, not about what was read from it."""
    page.goto(f"{explorer}/search?q=missiles")
    link = page.locator("li.hit a.sentence-link").first
    page.keyboard.press("j")
    expect(link).to_be_focused()
    page.keyboard.press("Y")
    cited = copied(page)
    assert cited.startswith(" ".join(link.inner_text().split()))
    assert cited.endswith(f"{explorer}{link.get_attribute('href')}")


def test_sentences_are_read_and_cited_by_keys(page: Page, explorer: str) -> None:
    """`n` and `p` lead from sentence to sentence, each with its notes beside it; `y` and `Y` are about the sentence."""
    address, sha256 = open_reader(page, explorer)
    for key in "nnnp":
        page.keyboard.press(key)
    expect(page.locator(".sentence.here")).to_have_attribute("id", "s2")
    assert page.url == f"{address}#s2"
    page.keyboard.press("y")
    assert copied(page) == f"{address}#s2"
    page.keyboard.press("Y")
    expect(page.get_by_role("status")).to_contain_text("Citation")
    assert copied(page).endswith(f"SHA-256:{sha256}. {address}#s2")


def test_notes_follow_the_eye_until_they_are_closed(page: Page, explorer: str) -> None:
    """Who scrolls sees the notes of the sentence in view beside it, one sentence's at a time; Escape puts them away."""
    open_reader(page, explorer)
    page.mouse.move(400, 400)
    page.mouse.wheel(0, 600)
    expect(page.locator(".sentence.here")).to_have_count(1)
    assert page.locator(".notes:visible").count() <= 1
    page.keyboard.press("Escape")
    expect(page.locator(".sentence.here")).to_have_count(0)
    page.mouse.wheel(0, 100)
    page.wait_for_timeout(200)
    assert page.locator(".notes:visible").count() == 0


def test_layers_are_kept_in_the_address(page: Page, explorer: str) -> None:
    """What is switched off stays off when the address is opened again, down to nothing."""
    address, _ = open_reader(page, explorer)
    page.get_by_role("checkbox", name="times").uncheck()
    assert page.url == f"{address}?layers=statements&layers=signals&layers=events&layers=figures&layers=mentions"
    for name in ("statements", "signals", "events", "figures", "mentions"):
        page.get_by_role("checkbox", name=name).uncheck()
    assert page.url == f"{address}?layers=none"
    page.reload()
    assert page.locator(".layers input:checked").count() == 0


def test_fields_keep_their_letters(page: Page, explorer: str) -> None:
    """`/` leads to the search; what is typed there is typed, and Tab leads out again."""
    page.goto(f"{explorer}/signals")
    page.keyboard.press("/")
    page.keyboard.type("jkny?/Y")
    expect(page.locator("#find")).to_have_value("jkny?/Y")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") != "find"
    assert page.locator("[data-here]").count() == page.locator("dialog[open]").count() == 0


def test_keys_are_shown_and_can_be_turned_off(page: Page, explorer: str) -> None:
    """`?` opens a list, Escape closes it; with the switch off, single keys do nothing on any page (WCAG 2.1.4)."""
    page.goto(f"{explorer}/signals")
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys).to_be_visible()
    assert keys.locator("kbd").all_inner_texts() == ["/", "j", "k", "n", "p", "y", "Y", "a", "x", "e", "?", "Escape"]
    keys.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    page.goto(f"{explorer}/events")
    page.keyboard.press("j")
    assert page.locator("[data-here]").count() == 0
    page.get_by_role("button", name="Keys").click()
    page.get_by_role("dialog").get_by_role("checkbox").check()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    assert page.locator("[data-here]").count() == 1


def test_lists_are_narrowed_and_turned_in_place(page: Page, explorer: str) -> None:
    """The page is not loaded again, yet address, title, fields, twins and the way back are those of the new list."""
    page.goto(f"{explorer}/signals?_size=5")
    page.keyboard.press("n")
    page.wait_for_url(re.compile("_next="))
    expect(page.locator("link[rel=alternate][type='application/json']")).to_have_attribute("href", re.compile("_next="))
    page.keyboard.press("p")
    page.wait_for_url(f"{explorer}/signals?_size=5")
    page.locator(".narrow summary").click()
    page.evaluate("document.body.dataset.same = 'yes'")
    page.locator("#f-kind").select_option("threat")
    page.wait_for_url(f"{explorer}/signals?kind=threat")
    expect(page.locator(".entries .kind-threat").first).to_be_visible()
    assert page.locator(".entries .chip[class*=kind-]:not(.kind-threat)").count() == 0
    assert page.locator(".narrow details[open]").count() == 1
    page.locator(".set a").click()
    page.wait_for_url(f"{explorer}/signals")
    expect(page.locator("#f-kind")).to_have_value("")
    assert page.evaluate("document.body.dataset.same") == "yes"
    page.go_back()
    page.wait_for_url(f"{explorer}/signals?kind=threat")
    expect(page.locator("#f-kind")).to_have_value("threat")
    page.keyboard.press("j")
    page.keyboard.press("y")
    assert re.search(r"/signal/si\w+$", copied(page))


def test_a_chain_is_kept_as_pictures_that_say_where_they_are_from(page: Page, explorer: str, tmp_path: Path) -> None:
    """The SVG stands alone, with the address of its query; the PNG is a picture of the same."""
    page.goto(f"{explorer}{MOVE}")
    kept = {}
    for kind in ("SVG", "PNG"):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Keep as {kind}").click()
        kept[kind] = tmp_path / download.value.suggested_filename
        download.value.save_as(kept[kind])
    drawn = kept["SVG"].read_text(encoding="utf-8")

    assert drawn.count(f"{explorer}{MOVE}") >= 2
    assert "American ships stop Soviet ships" in drawn
    assert "var(" not in drawn
    assert "class=" not in drawn
    assert kept["PNG"].read_bytes().startswith(b"\x89PNG\r\n")
    assert kept["PNG"].stat().st_size > 10_000


def test_a_chain_is_moved_and_magnified_on_demand(page: Page, explorer: str) -> None:
    """The graph is fetched when it is asked for and not before, lets the page scroll, and gives the drawing back."""
    fetched: list[str] = []
    page.on("request", lambda one: fetched.append(one.url))
    page.goto(f"{explorer}{MOVE}")
    way = page.get_by_role("button", name="Move and magnify")
    expect(way).to_be_visible()
    assert not [one for one in fetched if "/islands/graph-" in one]
    way.click()
    expect(page.locator(".graph canvas").first).to_be_visible()
    expect(page.locator("#chain .drawing")).to_be_hidden()
    page.get_by_role("button", name="Closer").click()
    page.locator(".graph-ground").hover()
    page.mouse.wheel(0, 200)
    page.wait_for_function("window.scrollY > 0")
    way.click()
    expect(page.locator("#chain .drawing")).to_be_visible()
    assert [one for one in fetched if "/islands/graph-" in one]


def test_the_matrix_is_kept_as_a_picture(page: Page, explorer: str, tmp_path: Path) -> None:
    """A table becomes a drawing: every sender and every number of it, and where it is from."""
    page.goto(f"{explorer}/")
    for _ in range(60):
        if page.locator("table.matrix").count():
            break
        page.wait_for_timeout(500)
        page.reload()
    with page.expect_download() as download:
        page.get_by_role("button", name="Keep as SVG").click()
    download.value.save_as(tmp_path / "matrix.svg")
    drawn = (tmp_path / "matrix.svg").read_text(encoding="utf-8")
    senders = page.locator(".matrix tbody th a").all_inner_texts()
    amounts = page.locator(".matrix td b").all_inner_texts()

    assert senders
    assert all(f">{one}" in drawn for one in senders if len(one) < 32)
    assert all(f">{one}</text>" in drawn for one in amounts)
    assert f">{explorer}/</text>" in drawn


def test_a_verdict_is_chosen_by_keys_and_not_sent(page: Page, explorer: str) -> None:
    """`x` chooses and leads to what is still asked for; `e` leads to the field that is to be set right."""
    (first,) = rows(f"{explorer}/signals.json?_size=1")
    page.goto(f"{explorer}/review/{first['id']}")
    page.keyboard.press("x")
    expect(page.get_by_role("radio", name="Reject")).to_be_checked()
    assert page.evaluate("document.activeElement.name") in ("by", "why")
    page.keyboard.type("a")
    expect(page.get_by_role("radio", name="Reject")).to_be_checked()
    page.locator("h1").click()
    page.keyboard.press("e")
    assert page.evaluate("document.activeElement.name") == "field"
    assert page.url == f"{explorer}/review/{first['id']}"
