pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// A row of a table: a name at the left and numbers at the right; the last one has the tone.
Row {
    id: row

    property var cells: []
    property bool head: false
    property color tone: Theme.ink

    Repeater {
        model: row.cells

        DeskLabel {
            required property int index
            required property string modelData

            color: row.head ? Theme.soft : index === row.cells.length - 1 ? row.tone : Theme.ink
            font.features: {
                "tnum": 1
            }
            horizontalAlignment: index === 0 ? Text.AlignLeft : Text.AlignRight
            text: modelData
            weight: row.head ? Font.Medium : Font.DemiBold
            width: row.width / row.cells.length
        }
    }
}
