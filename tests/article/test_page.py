"""Web pages: every visible block with its path, and nothing else."""

from __future__ import annotations

import pytest

from sayso.article.head import head_of
from sayso.article.markup import role_of
from sayso.article.page import blocks, parse
from sayso.article.story import judge
from sayso.terms import ZoneKind


def texts(html: str) -> list[str]:
    """Return the words of every visible block."""
    return [block.text for block in blocks(parse(html))]


@pytest.mark.parametrize(
    ("html", "expected", "why"),
    [
        ("<p>One <b>bold</b>\n word.<p>Two.", ["One bold word.", "Two."], "white space is squeezed, tags may be open"),
        ("<div>Head<p>Para</p>tail</div>", ["Head", "Para", "tail"], "text beside a block is a block"),
        ("One<br>two<br><br>three", ["One\ntwo\n\nthree"], "line breaks stay"),
        ("<table><tr><td>1<td>2<tr><td>3<td>4</table>", ["1\t2", "3\t4"], "a row is a block, cells are set apart"),
        ("<p>A<script>evil()</script><style>b{}</style> B", ["A B"], "scripts and styles are never visible"),
        ("<p>A<noscript>x</noscript><template>y</template><!-- z --> B", ["A B"], "nor are these"),
        ('<p hidden>x<p style="display: none">y<p aria-hidden="true">z<p>A', ["A"], "nor what is hidden"),
        (
            "<p>&lt;b&gt; &amp; &#xD800;caf&eacute;&nbsp;x",
            ["<b> & \ufffdcafé\u00a0x"],
            "entities, and one that is no character",
        ),
        ("<p>say\u00adso\u200b", ["sayso"], "soft hyphens and blanks without width are invisible"),
        ("<p>He said <q>no</q>.", ["He said “no”."], "a browser shows the marks of a quotation"),
        ("<figure><figcaption>A ship <i class=credit>A. B.</i></figcaption></figure>", ["A ship", "A. B."], "a credit"),
        ("", [], "nothing"),
    ],
)
def test_visible_text_and_nothing_else(html: str, expected: list[str], why: str) -> None:
    """Blocks are what a reader sees, in document order."""
    assert expected == texts(html), why


@pytest.mark.parametrize("depth", [300, 1_000, 10_000])
def test_no_text_is_lost_however_deep_it_stands(depth: int) -> None:
    """Where lxml drops text without a word, ours is there; its path is cut, not its words."""
    found = blocks(parse("<div>" * depth + "deep" + "</div>" * depth + "<p>after"))

    assert [block.text for block in found] == ["deep", "after"]
    assert len(found[0].element) < 3_000


def test_paths_lead_back_to_the_element() -> None:
    """Elements are counted among siblings of their name."""
    html = "<body><div>x</div><div><p>one<p>two</div>"

    assert [block.element for block in blocks(parse(html))] == [
        "/html/body/div[1]",
        "/html/body/div[2]/p[1]",
        "/html/body/div[2]/p[2]",
    ]


@pytest.mark.parametrize(
    ("tag", "attributes", "expected"),
    [
        ("figcaption", {}, ZoneKind.CAPTION),
        ("div", {"class": "article__photo-credit"}, ZoneKind.CREDIT),
        ("span", {"class": "ArticleByline-name"}, ZoneKind.BYLINE),
        ("ol", {"class": "comment-list"}, ZoneKind.COMMENT),
        ("li", {"id": "comment-4711"}, ZoneKind.COMMENT),
        ("section", {"id": "comments"}, ZoneKind.COMMENT),
        ("body", {"class": "single has-comments comments-open"}, None),
        ("a", {"class": "comments-link"}, None),
        ("div", {"class": "comment-count"}, None),
        ("div", {"class": "update body"}, None),
        ("nav", {}, ZoneKind.BOILERPLATE),
        ("div", {"class": "newsletter-signup"}, ZoneKind.BOILERPLATE),
        ("p", {}, None),
    ],
)
def test_names_in_the_markup_say_what_a_block_is(
    tag: str, attributes: dict[str, str], expected: ZoneKind | None
) -> None:
    """A class that only counts, links to or allows comments makes nothing a comment."""
    assert expected is role_of(tag, attributes)


PAGE = (
    "<html lang=en><head><title>Strait closed - Hale Post</title></head><body class=has-comments>"
    "<nav><a href=/>Home</a> <a href=/w>World</a></nav><article><h1>Strait closed</h1>{story}</article>"
    "<div class=related><a href=x>Norland signs a pact with its neighbours in the south</a></div>"
    "<ul class=comment-list><li id=comment-1><b>Mara</b><p>I have read every word of it and do not believe one.</ul>"
)


def test_the_story_is_judged_and_what_surrounds_it_is_not() -> None:
    """Menus, links and comments are no part of the story."""
    story = "".join(
        f"<p>The minister said on day {n} of the talks that the strait would remain closed to all." for n in range(9)
    )
    html = PAGE.format(story=story)
    judged = judge(html, blocks(parse(html)))

    assert sum(block.text.startswith("The minister") and bool(block.main) for block in judged) == 9
    assert not any(
        block.main for block in judged if ZoneKind.COMMENT in block.roles or ZoneKind.BOILERPLATE in block.roles
    )


def test_metadata_is_read_from_json_ld_before_meta_elements() -> None:
    """The first voice that says something wins; broken JSON-LD is passed over."""
    tree = parse(
        '<head><meta property="og:title" content="Open Graph title"><meta property="og:site_name" content="Hale Post">'
        '<script type="application/ld+json">{broken</script><script type="application/ld+json">{"@graph": [{"@type": '
        '"NewsArticle", "headline": "A &amp; B", "author": [{"name": "Ana"}, "Tom"], "datePublished": "1999-01-02"}]}'
        '</script><link rel="canonical" href="https://hale.example/1">'
    )
    head = head_of(tree)

    assert (
        head.title,
        head.author,
        head.outlet,
        head.published,
        head.url,
    ) == ("A & B", "Ana, Tom", "Hale Post", "1999-01-02", "https://hale.example/1")
