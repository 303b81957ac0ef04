pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// Every copy of the order and what became of it; two columns when there are many.
Grid {
    id: list

    property var copies: []
    property real room: 1000
    property bool held: false // the printer waits: nothing is printing just now
    property bool results: false // what each copy cost, beside what became of it
    readonly property int rows_: Math.ceil(copies.length / columns)
    readonly property real rowHeight: Math.max(Theme.space * 7, Math.min(Theme.space * (results ? 16 : 13.5), (room + rowSpacing) / Math.max(1, rows_) - rowSpacing))

    columnSpacing: Theme.gap
    columns: copies.length > 5 && Theme.landscape ? 2 : 1
    rowSpacing: rowHeightBase < Theme.space * 11 ? Theme.space : Theme.gap

    readonly property real rowHeightBase: room / Math.max(1, rows_)

    Repeater {
        model: RowModel {
            rows: list.copies
        }

        CopyRow {
            height: list.rowHeight
            held: list.held
            results: list.results
            width: (list.width - list.columnSpacing * (list.columns - 1)) / list.columns
        }
    }
}
