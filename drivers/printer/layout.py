"""Document to roll: every word, in order, in the printer's own fonts on 72 mm of paper.

Running text is Font B (64 columns on most heads), ragged at the right: a font of one width has only
whole blanks to justify with, and holes read worse than a ragged edge. Codes, captions and headings
are Font A (48 columns); the title and what must not be overlooked are Font B at twice its size.
White space is fed, never printed. Distances are in dots, as the fonts are, so that a coarser head
keeps the proportions; they repeat in a few sizes, so that the strip has one rhythm, and
neighbouring distances do not add up, the larger one wins.

The number of columns is the profile's. A table whose longest words do not fit beside each other is
set row by row, each cell under its title's name.
"""

from dataclasses import replace
from itertools import groupby

import qrcode
from qrcode.constants import ERROR_CORRECT_M

from drivers.printer import raster, typeset
from drivers.printer.elements import Align, Element, Font, Gap, QrMark, Run, Style, TextLine
from drivers.printer.languages import language_of
from drivers.printer.profile import Profile
from drivers.printer.roll import LaidOutRoll, build, split
from kiosk.documents import bars, model

SHEET_MM = 380
"""A letter page set in these fonts: a roll then has as many sheets as the original has pages."""

_PITCH_B, _PITCH_A, _PITCH_SMALL, _PITCH_TITLE, _PITCH_NAME, _PITCH_RULE = 25, 31, 22, 44, 58, 18
_GAP_LINE, _GAP_RULE, _GAP_PARAGRAPH, _GAP_BLOCK, _GAP_SECTION, _GAP_END = 4, 8, 12, 20, 34, 48
_QR_SIDE_DOTS = 240
_QR_MODULE_MIN = 4
_BAR_MODULE_MM, _BAR_MODULE_MIN, _BAR_HEIGHT_MM = 0.25, 2, 25  # what a bank's reader takes
_TABLE_GAPS = 2, 1  # columns between two cells: as wide as the words leave room for
_MARK_GAP = 2
_LABEL_MAX = 26
_VALUE_MARGIN = 2  # a label takes at most half of the line, less this
_FOOTER_JOINT = " · "

_BODY, _STRONG = Style(Font.B), Style(Font.B, bold=True)
_CODE, _CODE_STRONG = Style(Font.A), Style(Font.A, bold=True)
_TITLE = Style(Font.B, bold=True, width=2, height=2)
_NAME = Style(Font.A, bold=True, width=2, height=2)
_NAME_LINES_MAX = 2
_UNBROKEN_LINES = 6  # a paragraph up to this long is not parted by the mark of a sheet

_ALIGN = {"left": Align.LEFT, "center": Align.CENTER, "right": Align.RIGHT}


def lay_out(document: model.Document, profile: Profile) -> LaidOutRoll:
    """Lay a document out for one printer.

    Raises:
        ValueError: a character that the printer cannot write, or a QR code too large for the paper.
    """
    return build(sheets_of(document, profile), profile)


def sheets_of(document: model.Document, profile: Profile) -> list[list[Element]]:
    """The document's lines, sheet by sheet, before they become bytes.

    Raises:
        ValueError: as ``lay_out``.
    """
    composer = _Composer(profile)
    for is_field, blocks in groupby(document.blocks, key=lambda b: isinstance(b, model.Field)):
        if is_field:
            composer.fields([block for block in blocks if isinstance(block, model.Field)])
        else:
            for block in blocks:
                composer.block(block)
    return _marked_sheets(composer, document, profile)


def _marked_sheets(
    composer: "_Composer", document: model.Document, profile: Profile
) -> list[list[Element]]:
    limit = round(SHEET_MM * profile.head.dots_per_mm)
    room = limit - sum(element.dots for element in composer.mark(document.footer, 1, 1))
    sheets = split(composer.elements, room) or [[]]
    if len(sheets) == 1 and document.kind != "certificate":
        return [[*sheets[0], Gap(_GAP_END, keep=False)]]
    return [
        [*sheet, *composer.mark(document.footer, number, len(sheets))]
        for number, sheet in enumerate(sheets, start=1)
    ]


class _Composer:
    """Collects elements; distances collapse to the larger of two neighbours."""

    def __init__(self, profile: Profile) -> None:
        self.elements: list[Element] = []
        self._profile = profile
        self._gap = 0
        self._last_banner = ""
        self._ends_in_rule = False
        self._has_name = False

    # -- primitives -------------------------------------------------------------------------------

    def space(self, dots: int) -> None:
        self._gap = max(self._gap, dots)

    def add(self, element: Element) -> None:
        if self._gap and self.elements:
            self.elements.append(Gap(self._gap, keep=self.elements[-1].keep))
        self._gap = 0
        self.elements.append(self._fit(element))

    def _fit(self, element: Element) -> Element:
        """A line with the pitch that the printer will give it."""
        if not isinstance(element, TextLine) or not self._profile.pitches:
            return element
        times = max(run.style.height for run in element.runs)
        return replace(element, pitch=self._profile.real_pitch(element.pitch, times))

    def lines(
        self,
        lines: list[str],
        style: Style,
        pitch: int,
        align: Align = Align.LEFT,
        *,
        keep: bool = False,
    ) -> None:
        """Printed lines: a short run stays whole, of a long one the first two and the last two."""
        last = len(lines) - 1
        short = len(lines) <= _UNBROKEN_LINES
        for index, line in enumerate(lines):
            tied = keep or (index != last and (short or index in (0, last - 1)))
            self.add(TextLine((Run(line, style),), pitch, align, tied))

    def text(self, value: str) -> str:
        return self._profile.code_page.normalise(value)

    def rule(self, *, thick: bool = False, keep: bool = False) -> TextLine:
        """Underlined blanks: the thinnest continuous line that every model has."""
        style = Style(Font.B, underline=2 if thick else 1)
        return TextLine((Run(" " * self._profile.columns_b, style),), _PITCH_RULE, keep=keep)

    # -- blocks -----------------------------------------------------------------------------------

    def block(self, block: model.Block) -> None:
        match block:
            case model.Heading():
                self._heading(block)
            case model.Paragraph():
                self._paragraph(block)
            case model.Rule():
                if not self._ends_in_rule:
                    self.space(_GAP_LINE)
                    self.add(self.rule())
                self.space(_GAP_BLOCK)
            case model.Space(lines=count):
                self._gap += count * _PITCH_B
            case model.Table():
                self._table(block)
            case model.QrCode():
                self._qr(block)
            case model.BankBars():
                self._bars(block)
            case model.Logo(text=text):
                self._logo(text)
            case model.Banner(text=text):
                self._banner(text)
            case model.Watermark(text=text):
                self._watermark(text)
            case model.Field():
                self.fields([block])
        self._last_banner = block.text if isinstance(block, model.Banner) else ""
        self._ends_in_rule = isinstance(block, (model.Rule, model.Table))

    def _logo(self, text: str) -> None:
        """The first one is the chamber's name, as large as it fits; a later one signs."""
        columns = self._profile.columns_a
        lines = typeset.balance(self.text(text), columns // _NAME.width)
        self.space(_GAP_BLOCK)
        if self._has_name:
            lines = typeset.balance(self.text(text), columns)
            self.lines(lines, _CODE_STRONG, _PITCH_A, Align.CENTER)
        elif len(lines) <= _NAME_LINES_MAX:
            self.lines(lines, _NAME, _PITCH_NAME, Align.CENTER, keep=True)
        else:
            self._large(text)
        self._has_name = True
        self.space(_GAP_BLOCK)

    def _heading(self, heading: model.Heading) -> None:
        text = self.text(heading.text)
        match heading.level:
            case 1:
                self.space(_GAP_BLOCK)
                self._large(text)
                self.space(_GAP_BLOCK)
            case 2:
                self.space(_GAP_SECTION)
                lines = typeset.balance(text, self._profile.columns_a)
                self.lines(lines, _CODE_STRONG, _PITCH_A, Align.CENTER, keep=True)
                self.space(_GAP_PARAGRAPH)
            case 3:
                self.space(_GAP_BLOCK)
                lines = typeset.wrap(text, self._profile.columns_b)
                self.lines(lines, _STRONG, _PITCH_B, keep=True)
                self.space(_GAP_LINE)

    def _large(self, text: str) -> None:
        lines = typeset.balance(self.text(text), self._profile.columns_b // _TITLE.width)
        self.lines(lines, _TITLE, _PITCH_TITLE, Align.CENTER, keep=True)

    def _paragraph(self, paragraph: model.Paragraph) -> None:
        columns = self._profile.columns_b
        style = _STRONG if paragraph.style == "strong" else _BODY
        pitch = _PITCH_SMALL if paragraph.style == "small" else _PITCH_B
        self.space(_GAP_PARAGRAPH)
        for part in self.text(paragraph.text).split("\n"):
            flows = paragraph.align != "center"
            lines = typeset.wrap(part, columns) if flows else typeset.balance(part, columns)
            self.lines(lines, style, pitch, _ALIGN[paragraph.align])
        self.space(_GAP_PARAGRAPH)

    def fields(self, fields: list[model.Field]) -> None:
        """Neighbouring fields share one label column; a strong one shows its value in Font A."""
        self._ends_in_rule = False
        label_max = min(_LABEL_MAX, self._profile.columns_b // 2 - _VALUE_MARGIN)
        pairs = [(f"{self.text(f.label)}:", self.text(f.value), f.strong) for f in fields]
        short = [len(label) for label, _, _ in pairs if len(label) <= label_max]
        indent = max(short, default=0) + 1
        self.space(_GAP_PARAGRAPH)
        for label, value, strong in pairs:
            style, advance = (_CODE_STRONG, 12) if strong else (_BODY, 9)
            pitch = _PITCH_A if strong else _PITCH_B
            columns = (self._profile.columns_b - indent) * 9 // advance
            if len(label) > label_max:  # too long for the column: on its own lines
                for line in typeset.wrap(label, self._profile.columns_b):
                    self.add(TextLine((Run(line, _STRONG),), _PITCH_B, keep=True))
                label = ""
            for line in typeset.wrap(value, columns):
                lead = Run(label.ljust(indent), _STRONG)
                self.add(TextLine((lead, Run(line, style)), pitch))
                label = ""
            self.space(_GAP_LINE)
        self.space(_GAP_PARAGRAPH)

    def _table(self, table: model.Table) -> None:
        titles = [self.text(column.title) for column in table.columns]
        rows = [[self.text(cell) for cell in row] for row in table.rows]
        needs = [
            max((len(part) for row in [titles, *rows] for part in typeset.parts(row[i])), default=1)
            for i in range(len(titles))
        ]
        room = self._profile.columns_b
        gaps = (gap for gap in _TABLE_GAPS if sum(needs) + gap * (len(needs) - 1) <= room)
        gap = next(gaps, None)
        if gap is None:
            self._stacked(titles, rows)
            return
        # A title may wrap, a cell had better not.
        wants = [max([needs[i], *(len(row[i]) for row in rows)]) for i in range(len(titles))]
        weights = [column.weight for column in table.columns]
        widths = typeset.share(room, weights, needs, wants, gap)
        aligns = [column.align for column in table.columns]
        self.space(_GAP_PARAGRAPH)
        header = typeset.table_row(titles, widths, aligns, gap)
        self.lines(header[:-1], _STRONG, _PITCH_B, keep=True)
        self.lines(header[-1:], _STRONG, _PITCH_RULE, keep=True)
        self.add(self.rule(keep=True))
        for row in rows:
            self.space(_GAP_PARAGRAPH if row is rows[0] else _GAP_LINE)
            lines = typeset.table_row(row, widths, aligns, gap)
            self.lines(lines, _BODY, _PITCH_B, keep=row is rows[-1])
        self.add(self.rule())
        self.space(_GAP_PARAGRAPH)

    def _stacked(self, titles: list[str], rows: list[list[str]]) -> None:
        """A table that is wider than the paper: its rows one below the other, cell under cell."""
        self.space(_GAP_PARAGRAPH)
        for row in rows or [[""] * len(titles)]:
            self.add(self.rule(keep=True))
            self.fields([model.Field(*cell) for cell in zip(titles, row, strict=True)])
        self.add(self.rule())
        self.space(_GAP_PARAGRAPH)

    def _qr(self, code: model.QrCode) -> None:
        modules = _qr_modules(code.data)
        module = min(self._profile.qr.max_module, max(_QR_MODULE_MIN, _QR_SIDE_DOTS // modules))
        if modules * module > self._profile.head.dots:
            raise ValueError(f"a QR code of {modules} modules is too wide for the paper")
        self.space(_GAP_BLOCK)
        if self._profile.qr.native:
            self.add(QrMark(code.data, module, modules * module))
        else:
            self._picture(raster.qr_picture(code.data, module))
        self.space(4 * module)
        if code.caption:
            lines = typeset.wrap(self.text(code.caption), self._profile.columns_a)
            self.lines(lines, _CODE, _PITCH_A, Align.CENTER)
        self.space(_GAP_BLOCK)

    def _bars(self, block: model.BankBars) -> None:
        """Across the paper: along it, the bars would be too narrow for a reader."""
        head = self._profile.head
        module = max(_BAR_MODULE_MIN, round(_BAR_MODULE_MM * head.dots_per_mm))
        height = round(_BAR_HEIGHT_MM * head.dots_per_mm)
        self.space(_GAP_BLOCK)
        self._picture(raster.bars_picture(bars.widths(block.data), bars.QUIET_BARS, module, height))
        if block.caption:
            lines = typeset.wrap(self.text(block.caption), self._profile.columns_a)
            self.lines(lines, _CODE, _PITCH_A, Align.CENTER)
        self.space(_GAP_BLOCK)

    def _picture(self, picture: raster.Picture) -> None:
        profile = self._profile
        hits = language_of(profile.dialect).real_time_hits
        for piece in raster.elements(picture, profile.raster, profile.head.dots, hits):
            self.add(piece)

    def _banner(self, text: str) -> None:
        self.space(_GAP_BLOCK)
        self.add(self.rule(thick=True, keep=True))
        self.space(_GAP_PARAGRAPH)
        self._large(text)
        self.add(self.rule(thick=True))
        self.space(_GAP_BLOCK)

    def _watermark(self, text: str) -> None:
        if text == self._last_banner:
            return
        self.space(_GAP_PARAGRAPH)
        lines = typeset.balance(self.text(text), self._profile.columns_a)
        self.lines(lines, _CODE_STRONG, _PITCH_A, Align.CENTER)
        self.space(_GAP_PARAGRAPH)

    # -- end of a sheet ---------------------------------------------------------------------------

    def mark(self, footer: str, number: int, of: int) -> list[Element]:
        """The footer and ``Hoja i de n``, under a rule."""
        columns = self._profile.columns_b
        label = f"Hoja {number} de {of}"
        out: list[Element] = [Gap(_GAP_BLOCK), self.rule(keep=True), Gap(_GAP_RULE)]
        room = columns - len(label) - _MARK_GAP
        parts = [self.text(footer)]
        if len(parts[0]) > room:  # too long for one line: its parts stand below each other
            parts = parts[0].split(_FOOTER_JOINT)
        *before, last = [
            *(line for part in parts[:-1] for line in typeset.wrap(part, columns)),
            *typeset.wrap(parts[-1], room),
        ]
        end = Run(label.rjust(columns - len(last)), _STRONG)
        out += [TextLine((Run(line),), _PITCH_SMALL, keep=True) for line in before]
        out.append(TextLine((Run(last), end), _PITCH_B, keep=True))
        out.append(Gap(_GAP_END, keep=False))
        return [self._fit(element) for element in out]


def _qr_modules(data: str) -> int:
    """Modules along one side of the smallest symbol with error correction M."""
    data.encode("ascii")
    symbol = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    symbol.add_data(data)
    return 17 + 4 * symbol.best_fit(start=1)
