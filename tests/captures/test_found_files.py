"""Which files a person's paths stand for, on a real file system with everything that can lie about there."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from saved_pages import TEXT, captures, html, ignored, lines, read, skipped

from koreanews.captures import Found, Ignored, Skipped, find_files
from koreanews.captures.naming import safe_id, stem

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes as Unix has them")


def fill(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{TEXT}{name}\n", "utf-8")


def test_a_folder_is_read_recursively_in_the_order_of_names(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a.txt", "z/1.txt", "c/d/e.txt", "c/2.txt", "Ä.txt")
    ids = [capture.id for capture in captures(read(tmp_path))]
    assert ids == ["a", "b", "Ä", "2", "e", "1"]
    assert [capture.id for capture in captures(read(tmp_path))] == ids


def test_paths_are_read_in_the_order_given_and_named_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, "seeds/b.txt", "seeds/a.txt", "c.txt")
    monkeypatch.chdir(tmp_path)
    found = captures(read("c.txt", "seeds", "./seeds/b.txt"))
    assert [capture.source.path for capture in found] == ["c.txt", "seeds/a.txt", "seeds/b.txt", "./seeds/b.txt"]


def test_what_is_not_there_is_named_and_the_rest_read(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    found = read(tmp_path / "missing.txt", "", "nul\0name", tmp_path / "a.txt")
    assert [capture.id for capture in captures(found)] == ["a"]
    assert [(item.path.rpartition("/")[2], item.reason) for item in skipped(found)] == [
        ("missing.txt", "does not exist"),
        ("", "does not exist"),
        ("nul\0name", "cannot be read: embedded null byte"),
    ]


def test_empty_and_blank_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_text(" \n\n")
    assert skipped(read(tmp_path)) == [
        Skipped(f"{tmp_path}/blank.txt", "holds nothing but blanks"),
        Skipped(f"{tmp_path}/empty.txt", "is empty"),
    ]


def test_a_sparse_file_larger_than_any_page_is_named_without_reading_it_all(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.write(TEXT.encode())
        file.truncate(1 << 40)
    assert [item.reason for item in skipped(read(tmp_path))] == ["is binary data, not a saved page"]


def test_a_text_larger_than_any_page_is_named(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_bytes(b"Ferrymen. \n" * 6_200_000)
    assert [item.reason for item in skipped(read(tmp_path))] == ["is larger than 64 MiB, which no page is"]


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="permissions as Unix has them")
def test_unreadable_files_and_folders_are_named_and_the_rest_read() -> None:
    # As another user where the tests run as root, whom nothing stops.
    script = (
        "import os, sys\n"
        "from koreanews.captures import read_captures\n"
        "list(read_captures([os.devnull]))\n"
        "if os.geteuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "for item in read_captures([sys.argv[1]]): print(getattr(item, 'id', ''), getattr(item, 'reason', ''))\n"
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        fill(folder, "closed.txt", "closed/b.txt", "open.txt")
        (folder / "closed.txt").chmod(0)
        (folder / "closed").chmod(0)
        done = subprocess.run([sys.executable, "-c", script, name], capture_output=True, text=True)
        (folder / "closed").chmod(0o755)
    assert done.stdout.splitlines() == [
        " cannot be read: permission denied",
        "open ",
        " cannot be read: permission denied",
    ], done.stderr


@needs_links
def test_pipes_sockets_and_devices_are_named_and_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listener:
        # The address of a socket has room for 100 characters only.
        monkeypatch.chdir(tmp_path)
        listener.bind("socket")
        found = read(tmp_path, tmp_path / "pipe", "/dev/null", "/dev/zero")
    assert [item.reason for item in skipped(found)] == [
        "is a named pipe, which is not waited for; pipe into - instead",
        "is a socket, not a file",
        "is a named pipe, which is not waited for; pipe into - instead",
        "is a device, not a file",
        "is a device, not a file",
    ]


@needs_links
def test_links_out_of_the_folder_and_loops_are_named_and_not_followed(tmp_path: Path) -> None:
    fill(tmp_path, "outside/secret.txt", "in/a.txt", "in/b/c.txt")
    folder = tmp_path / "in"
    (folder / "away.txt").symlink_to(tmp_path / "outside/secret.txt")
    (folder / "away").symlink_to(tmp_path / "outside")
    (folder / "b/up").symlink_to("..")
    (folder / "here").symlink_to(".")
    (folder / "itself").symlink_to("itself")
    (folder / "nowhere").symlink_to("nothing")
    (folder / "in-b").symlink_to("b")
    (folder / "in-a.txt").symlink_to("a.txt")
    found = read(folder)
    assert [capture.id for capture in captures(found)] == ["a", "c"]
    assert {item.path.removeprefix(f"{folder}/"): item.reason.split(",")[0] for item in skipped(found)} == {
        "away.txt": "is a symbolic link out of the folder",
        "away": "is a symbolic link out of the folder",
        "here": "is a symbolic-link loop: it leads to a folder that holds it",
        "b/up": "is a symbolic-link loop: it leads to a folder that holds it",
        "itself": "is a loop of symbolic links",
        "nowhere": "is a symbolic link that leads nowhere",
    }
    assert ignored(found) == {"links to what is read in its own place": 2}


@needs_links
def test_a_link_that_the_person_names_is_followed(tmp_path: Path) -> None:
    fill(tmp_path, "outside/a.txt")
    (tmp_path / "link").symlink_to("outside")
    (tmp_path / "b.txt").symlink_to("outside/a.txt")
    (tmp_path / "loop").symlink_to("loop")
    found = read(tmp_path / "link", tmp_path / "b.txt", tmp_path / "loop")
    assert [capture.id for capture in captures(found)] == ["a", "b"]
    assert [item.reason for item in skipped(found)] == ["is a loop of symbolic links"]


@needs_links
def test_a_link_into_a_hidden_store_of_the_same_folder_is_read_as_git_annex_needs(tmp_path: Path) -> None:
    fill(tmp_path, ".git/annex/objects/SHA256-1.txt")
    (tmp_path / "story.txt").symlink_to(".git/annex/objects/SHA256-1.txt")
    found = read(tmp_path)
    assert [capture.id for capture in captures(found)] == ["story"]
    assert ignored(found) == {"hidden files and folders": 1}


def test_hidden_files_are_counted_and_read_only_when_named(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", ".git/config", ".git/HEAD", ".DS_Store", "._a.txt", "Thumbs.db", ".kept.txt")
    found = read(tmp_path)
    assert [capture.id for capture in captures(found)] == ["a"]
    assert ignored(found) == {"hidden files and folders": 5}
    assert [capture.id for capture in captures(read(tmp_path / ".kept.txt"))] == [".kept"]


def test_an_index_within_a_folder_is_not_read_and_named_it_is_merged(tmp_path: Path) -> None:
    record = '{"id": "x", "schema": 1, "kind": "article", "source": {}}\n'
    fill(tmp_path, "a.txt", "koreanews-index/search/meta.json", "koreanews-index/records.jsonl")
    (tmp_path / "koreanews-index/records.jsonl").write_text(record * 2)
    found = read(tmp_path)
    assert [capture.id for capture in captures(found)] == ["a"]
    assert ignored(found) == {"koreanews indexes": 1}
    assert [line.line for line in lines(read(tmp_path / "koreanews-index"))] == [1, 2]


@pytest.mark.parametrize("folder", ["Lanterns_files", "Lanterns-Dateien", "Lanterns_fichiers", "Lanterns.files"])
def test_the_pictures_beside_a_page_saved_by_a_browser_are_counted_not_named(tmp_path: Path, folder: str) -> None:
    fill(tmp_path, f"{folder}/style.css", f"{folder}/deep/frame.html")
    (tmp_path / "Lanterns.html").write_text(html(), "utf-8")
    (tmp_path / folder / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\r")
    found = read(tmp_path)
    assert [capture.id for capture in captures(found)] == ["Lanterns"]
    assert (skipped(found), ignored(found)) == ([], {"resource files of saved pages": 3})


def test_a_folder_with_such_a_name_but_no_page_beside_it_is_a_folder(tmp_path: Path) -> None:
    fill(tmp_path, "north_korea_files/a.txt")
    assert [capture.id for capture in captures(read(tmp_path))] == ["a"]


def test_in_a_mirror_pictures_and_scripts_are_counted_and_addresses_known(tmp_path: Path) -> None:
    fill(tmp_path, "static.example.net/lib.js", "www.dw.com/robots.txt", "www.dw.com/css/a.css")
    # As wget names what it was asked for with a query on Windows, and a second copy of it.
    fill(tmp_path, "www.dw.com/js/a.min.js@v=6.45.1", "www.dw.com/js/a.min.js@v=6.45.1.1", "www.dw.com/css/a.css.1")
    page = tmp_path / "www.dw.com/en/lanterns/a-47110815.html"
    page.parent.mkdir(parents=True)
    page.write_text(html(), "utf-8")
    (tmp_path / "www.dw.com/a.gif").write_bytes(b"GIF89a\1\0\1\0\0\0\0")
    found = read(tmp_path)
    assert [(c.id, c.url) for c in captures(found)] == [
        ("a-47110815", "https://www.dw.com/en/lanterns/a-47110815.html")
    ]
    assert (skipped(found), ignored(found)) == ([], {"resource files of saved pages": 7})


def test_elsewhere_a_script_is_named_unless_the_person_names_it(tmp_path: Path) -> None:
    fill(tmp_path, "notes.js")
    assert [item.reason for item in skipped(read(tmp_path))] == ["is a script, a style sheet or data, not a saved page"]
    assert [capture.id for capture in captures(read(tmp_path / "notes.js"))] == ["notes"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes, as Linux has them")
@pytest.mark.parametrize(
    ("name", "id", "path"),
    [
        (b"two\nlines.txt", "two\\x0alines", "two\nlines.txt"),
        (b"\x1b]0;title\x07.txt", "\\x1b]0;title\\x07", "\x1b]0;title\x07.txt"),
        (b"kaes\xf6ng.txt", "kaes\\xf6ng", "kaes\\xf6ng.txt"),
        (b"-rf.txt", "-rf", "-rf.txt"),
        ("\u202etxt.exe.txt".encode(), "\\u202etxt.exe", "\u202etxt.exe.txt"),
        ("🏮".encode() * 63, "🏮" * 63, "🏮" * 63),
        ("Kaeso\u0306ng.txt".encode(), "Kaesŏng", "Kaeso\u0306ng.txt"),
        (b" .txt", "unnamed", " .txt"),
        (b"[red]x.txt", "[red]x", "[red]x.txt"),
    ],
)
def test_odd_names_become_ids_and_paths_that_are_safe_as_text(tmp_path: Path, name: bytes, id: str, path: str) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name))).write_text(TEXT, "utf-8")
    (capture,) = captures(read(tmp_path))
    assert (capture.id, capture.source.path) == (id, f"{tmp_path}/{path}")
    capture.source.path.encode()


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("002_99e8395a751e14f3.txt", "002_99e8395a751e14f3"),
        ("a.txt.gz", "a"),
        ("a.html.zst", "a"),
        ("crawl.warc.gz", "crawl"),
        ("a-47110815", "a-47110815"),
        ("a-1?maca=en-rss.html", "a-1?maca=en-rss"),
        ("Kim visits St. Petersburg", "Kim visits St. Petersburg"),
        ("2019.03.22", "2019.03.22"),
        (".txt", ".txt"),
        ("page.mhtml", "page"),
        ("page.webarchive", "page"),
    ],
)
def test_an_id_is_the_stem_of_a_files_name(name: str, id: str) -> None:
    assert stem(name) == id


def test_a_lone_surrogate_that_is_no_byte_in_disguise_is_escaped_too() -> None:
    assert safe_id("a\ud800b") == "a\\ud800b"


def test_folders_deeper_than_python_calls_are_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):
        Path("d").mkdir()
        os.chdir("d")
    Path("deep.txt").write_text(TEXT, "utf-8")
    found = list(find_files([tmp_path]))
    # pytest's own tidying is not up to such a depth.
    Path("deep.txt").unlink()
    for _ in range(1200):
        os.chdir("..")
        Path("d").rmdir()
    assert [item.shown.rpartition("/")[2] for item in found if isinstance(item, Found)] == ["deep.txt"]


def test_what_is_left_out_is_told_after_the_folders_files(tmp_path: Path) -> None:
    fill(tmp_path, ".hidden", "a.txt")
    assert [type(item) for item in find_files([tmp_path])] == [Found, Ignored]
