pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// How far the purchase is: bars, and the same in words.
Column {
    id: header

    property int step: 0
    property int steps: 5
    property string name: ""

    spacing: Theme.gap

    Row {
        id: bars

        spacing: Theme.space * 1.5
        width: header.width

        Repeater {
            model: header.steps

            Rectangle {
                required property int index

                color: index < header.step ? Theme.brand : Theme.line
                height: Theme.space * 1.5
                radius: height / 2
                width: (bars.width - bars.spacing * (header.steps - 1)) / header.steps
            }
        }
    }

    Label {
        color: Theme.soft
        size: Theme.head
        text: header.name === "" ? qsTr("Step %1 of %2").arg(header.step).arg(header.steps) : qsTr("Step %1 of %2 · %3").arg(header.step).arg(header.steps).arg(header.name)
        weight: Font.Medium
        width: header.width
    }
}
