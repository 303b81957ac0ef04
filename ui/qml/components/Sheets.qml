import QtQuick
import Dispensador

// The pager of a list on one screen: how many rows there is room for, and which are up. Letters are never made too small
// to read so that all of them fit.
Pager {
    id: sheets

    property int count: 0
    property int columns: 1
    property real room: 1000
    property real lowest: Theme.touch
    property real spacing: 0
    property bool turning: true // false: nothing may be touched, and the row "current" is the one to be seen
    property bool outside: false // the screen shows a pager of its own, elsewhere
    property int current: 1
    property int at: 1
    readonly property bool needed: fit(room) < count
    readonly property int perPage: Math.max(1, needed ? fit(room - (turning && !outside ? implicitHeight + Theme.gap : 0)) : count)
    readonly property int first: (page - 1) * perPage

    function fit(height: real): int {
        return Math.max(1, Math.floor((height + spacing) / (lowest + spacing))) * columns;
    }

    function shown(rows: var): var {
        return rows.slice(first, first + perPage);
    }

    page: turning ? Math.min(at, pages) : Math.ceil(Math.max(1, Math.min(current, count)) / perPage)
    pages: Math.max(1, Math.ceil(count / perPage))
    visible: needed && turning && !outside

    onTurned: delta => at = page + delta
}
