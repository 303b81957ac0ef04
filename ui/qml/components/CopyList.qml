pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// Every copy of the order and what became of it; two columns when there are many, pages when there is no room.
Item {
    id: list

    property var copies: []
    property real room: 1000
    property real reachTop: 0
    property bool held: false // the printer waits: nothing is printing just now
    property bool results: false // what each copy cost, beside what became of it
    property bool turning: true
    property int current: 1
    readonly property int lines: Math.ceil(sheets.perPage / grid.columns)
    readonly property real space: room - (sheets.visible ? sheets.height + Theme.gap : 0)

    implicitHeight: sheets.visible ? sheets.y + sheets.height : grid.height

    Grid {
        id: grid

        readonly property real rowHeight: Math.max(sheets.lowest, Math.min(Theme.space * (list.results ? 16 : 13.5), (list.space + rowSpacing) / Math.max(1, list.lines) - rowSpacing))

        columnSpacing: Theme.gap
        columns: list.copies.length > 5 && Theme.landscape && !Theme.crowded ? 2 : 1
        rowSpacing: sheets.spacing
        width: parent.width

        Repeater {
            model: RowModel {
                rows: sheets.shown(list.copies)
            }

            CopyRow {
                height: grid.rowHeight
                held: list.held
                results: list.results
                width: (grid.width - grid.columnSpacing * (grid.columns - 1)) / grid.columns
            }
        }
    }

    Sheets {
        id: sheets

        columns: grid.columns
        count: list.copies.length
        current: list.current
        lowest: Theme.crowded ? Theme.small * 2.7 : Theme.space * 7
        room: list.room
        spacing: list.room / Math.max(1, Math.ceil(list.copies.length / grid.columns)) < Theme.space * 11 ? Theme.space : Theme.gap
        turning: list.turning
        width: parent.width
        y: Math.max(grid.height + Theme.gap, list.reachTop)
    }
}
