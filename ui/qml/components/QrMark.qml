pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// Looks like the code on a certificate; says nothing.
Item {
    id: mark

    property real side: 100
    readonly property real cell: side / 15
    readonly property var modules: ["000000001010000", "000000000110000", "000000001001000", "000000000110000", "000000001010000", "000000001100000", "101101011010110", "010010100111001", "110110110010110", "000000101101010", "000000010110111", "000000100101100", "000000111010010", "000000001101011", "000000101001101"]

    height: side
    width: side

    Repeater {
        model: [Qt.point(0, 0), Qt.point(10, 0), Qt.point(0, 10)]

        Rectangle {
            required property point modelData

            border.color: Theme.paperInk
            border.width: mark.cell
            color: "transparent"
            height: mark.cell * 5
            width: mark.cell * 5
            x: modelData.x * mark.cell
            y: modelData.y * mark.cell

            Rectangle {
                anchors.centerIn: parent
                color: Theme.paperInk
                height: mark.cell * 1.6
                width: mark.cell * 1.6
            }
        }
    }

    Repeater {
        model: mark.modules.join("").length

        Rectangle {
            required property int index
            readonly property int row: Math.floor(index / 15)
            readonly property int column: index % 15

            color: Theme.paperInk
            height: mark.cell
            visible: mark.modules[row][column] === "1" && !(row < 6 && column > 8) && !(row > 8 && column < 6)
            width: mark.cell
            x: column * mark.cell
            y: row * mark.cell
        }
    }
}
