"""New data into old YAML text: lines of what is unchanged stay, comments stay with them.

A changed entry is written anew where it stood, with its comments above it (a remark at the end
of its one line stays there). Comment lines between entries stay even where an entry goes. What
cannot be patched (flow collections, a changed first line of a list entry, rare forms) is
written anew one level up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from detente.case.yaml_tree import Item, KeyedNode, Layout, Node
from detente.case.yaml_writing import WIDTH, entry_lines, item_lines

_MISSING = object()
# What tells entries of one list apart, where they have it.
_NAMES = ("id", "party", "issue", "move", "change", "source", "target", "path", "text", "name")

Lines = list[str]


def patched(old_layout: Layout, old: Mapping[str, Any], new: Mapping[str, Any]) -> str | None:
    """The old text with the new data, or None where its outermost form cannot be patched.

    ``old`` is the data of the old text in the form in which ``new`` is given.
    """
    root = old_layout.root
    if not root.entries or not new:
        return None
    patch = _Patch(old_layout)
    first = root.entries[0].line
    body = patch.mapping(root, len(old_layout.lines), old, new, top=True)
    if body is None:
        return None
    return "\n".join([*old_layout.lines[:first], *body]) + "\n"


class _Patch:
    def __init__(self, old: Layout) -> None:
        self.old = old
        self.lines = old.lines

    def mapping(
        self,
        node: Node,
        end: int,
        old: Mapping[str, Any],
        new: Mapping[str, Any],
        *,
        top: bool = False,
        shared: bool = False,
    ) -> Lines | None:
        """Lines from the first key to ``end``; ``shared``: the first stands behind a dash."""
        entries = node.entries
        if not new or not self.is_plain(entries, shared=shared):
            return None
        column = entries[0].column
        stretches = self.stretches([(e.line, e.value.last) for e in entries], column, end)
        following = _following([e.key for e in entries], new)
        if following.get(None) and shared:
            return None
        out = self.fresh_entries(following.get(None, ()), new, column, [], top=top)
        for number, (entry, (gap, (start, stop))) in enumerate(
            zip(entries, stretches, strict=True)
        ):
            was, now = old.get(entry.key, _MISSING), new.get(entry.key, _MISSING)
            if was is now or (now is not _MISSING and was == now):
                out += [*gap, *self.lines[start:stop]]
            elif shared and number == 0:
                return None
            elif now is _MISSING:
                out += self.without(gap)
                continue
            else:
                out += [*gap, *self.entry(entry, (start, stop), was, now)]
            out += self.fresh_entries(following.get(entry.key, ()), new, column, out, top=top)
        return [*out, *self.lines[stretches[-1][1][1] : end]]

    def entry(self, entry: KeyedNode, span: tuple[int, int], old: Any, new: Any) -> Lines:
        """A changed entry of a mapping."""
        start, stop = span
        node = entry.value
        inner: Lines | None = None
        first = _first_line(node)
        if first is not None and first > start:
            inner = self.collection(node, stop, old, new)
        if inner is not None:
            return [*self.lines[start:first], *inner]
        new = _in_order(new, node.keys)
        fresh = entry_lines(entry.key, new, entry.column, width=self.width(node))
        return self.anew(span, fresh, entry.column)

    def collection(self, node: Node, end: int, old: Any, new: Any) -> Lines | None:
        if node.entries and isinstance(old, dict) and isinstance(new, dict):
            return self.mapping(node, end, old, new)
        if node.items and isinstance(old, list) and isinstance(new, list):
            return self.rows(node, end, old, new)
        return None

    def rows(self, node: Node, end: int, old: list[Any], new: list[Any]) -> Lines | None:
        """Lines from the first dash to ``end``."""
        items = node.items
        if not new or len(old) != len(items) or not self.is_plain(items, shared=True):
            return None
        column = items[0].column
        stretches = self.stretches([(i.line, i.value.last) for i in items], column, end)
        source = _sources(old, new)
        kept = {number for number in source if number is not None}
        # Remarks above an entry that goes move down to the next that stays.
        before: dict[int, Lines] = {}
        waiting: Lines = []
        for number, (gap, _) in enumerate(stretches):
            if number in kept:
                before[number] = [*waiting, *gap]
                waiting = []
            else:
                waiting += self.without(gap)
        out: Lines = []
        for now, was in zip(new, source, strict=True):
            if was is None:
                out += item_lines(now, column)
                continue
            start, stop = stretches[was][1]
            out += before[was]
            if old[was] == now:
                out += self.lines[start:stop]
            else:
                out += self.item(items[was], (start, stop), old[was], now)
        return [*out, *waiting, *self.lines[stretches[-1][1][1] : end]]

    def item(self, item: Item, span: tuple[int, int], old: Any, new: Any) -> Lines:
        """A changed entry of a list."""
        start, stop = span
        node = item.value
        inner: Lines | None = None
        first = _first_line(node)
        if first is not None and first > start:
            inner = self.collection(node, stop, old, new)
        elif node.entries and isinstance(old, dict) and isinstance(new, dict):
            inner = self.mapping(node, stop, old, new, shared=True)
        if inner is not None and first is not None:
            return [*self.lines[start:first], *inner]
        new = _in_order(new, node.keys)
        fresh = item_lines(new, item.column, width=self.width(node))
        return self.anew(span, fresh, item.column)

    def width(self, node: Node) -> int:
        """How long a line may be; what stood in brackets on one long line may stand so again."""
        long = node.flow and node.line == node.last
        end = self.old.comments.get(node.line)
        return max(WIDTH, len(self.lines[node.line][:end].rstrip()) + 10) if long else WIDTH

    def anew(self, span: tuple[int, int], fresh: Lines, column: int) -> Lines:
        """Fresh lines for old ones, with the comments of the old ones."""
        start, stop = span
        comments = [c for line in range(start, stop) if (c := self.old.comment(line))]
        if len(fresh) == 1 and stop - start == 1 and comments:
            return [f"{fresh[0]}  {comments[0]}"]
        return [*(f"{' ' * column}{c}" for c in comments), *fresh]

    def fresh_entries(
        self, keys: Sequence[str], new: Mapping[str, Any], column: int, above: Lines, *, top: bool
    ) -> Lines:
        """Entries that were not there; sections are parted by an empty line."""
        out: Lines = []
        for key in keys:
            lines = entry_lines(key, new[key], column)
            so_far = [*above[-1:], *out[-1:]]
            if top and len(lines) > 1 and so_far and so_far[-1].strip():
                out.append("")
            out += lines
        return out

    def is_plain(self, parts: Sequence[KeyedNode | Item], *, shared: bool) -> bool:
        """True if each part begins a line of its own at the same column."""
        for number, part in enumerate(parts):
            lead = self.lines[part.line][: part.column]
            behind_dash = shared and number == 0
            if part.column != parts[0].column or (lead.strip() and not behind_dash):
                return False
            if number and part.line <= max(parts[number - 1].line, parts[number - 1].value.last):
                return False
        return True

    def stretches(
        self, parts: Sequence[tuple[int, int]], column: int, end: int
    ) -> list[tuple[Lines, tuple[int, int]]]:
        """For each part the lines that lead to it, and its own from ``start`` to ``stop``.

        Remarks right below a part that stand deeper than it belong to it.
        """
        out: list[tuple[Lines, tuple[int, int]]] = []
        past = parts[0][0]
        for number, (start, last) in enumerate(parts):
            limit = parts[number + 1][0] if number + 1 < len(parts) else end
            stop = last + 1
            while stop < limit and self.old.is_remark(stop) and self.deeper(stop, column):
                stop += 1
            out.append((list(self.lines[past:start]), (start, stop)))
            past = stop
        return out

    def deeper(self, line: int, column: int) -> bool:
        return self.old.comments[line] > column

    def without(self, gap: Lines) -> Lines:
        """What stays of the lines above an entry that goes: its remarks, and not empty lines."""
        return gap if any(line.strip() for line in gap) else []


def _in_order(new: Any, keys: Sequence[str]) -> Any:
    """The same data with its keys in the order in which they stood."""
    if not isinstance(new, dict):
        return new
    return {**{key: new[key] for key in keys if key in new}, **new}


def _first_line(node: Node) -> int | None:
    if node.entries:
        return node.entries[0].line
    return node.items[0].line if node.items else None


def _following(there: Sequence[str], new: Mapping[str, Any]) -> dict[str | None, list[str]]:
    """New keys by the key that they follow; None for those that come first."""
    out: dict[str | None, list[str]] = {}
    known = {key for key in there if key in new}
    after: str | None = None
    for key in new:
        if key in known:
            after = key
        elif key not in there:
            out.setdefault(after, []).append(key)
    return out


def _sources(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """For each new entry the old one it is: the same, else of the same name, else at its place."""
    out: list[int | None] = [None] * len(new)
    left = list(range(len(old)))
    for name in (repr, _name):
        free: dict[Any, list[int]] = {}
        for number in left:
            free.setdefault(name(old[number]), []).append(number)
        for place, value in enumerate(new):
            if out[place] is None and (numbers := free.get(name(value))):
                out[place] = numbers.pop(0)
        taken = set(out)
        left = [number for number in left if number not in taken]
    untaken = set(left)
    return [
        place if number is None and place in untaken else number for place, number in enumerate(out)
    ]


def _name(value: Any) -> Any:
    if isinstance(value, Mapping):
        given = tuple((k, str(value[k])) for k in _NAMES if k in value)
        return given[:1] if given and given[0][0] == "id" else given or repr(value)
    return repr(value)
