pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// A code as it is typed: one box a letter, the next one marked. It is no text field, and keeps nothing.
Row {
    id: boxes

    property string text: ""
    property int length: 6
    property bool wrong: false
    readonly property real boxWidth: Math.min((width - spacing * (length - 1)) / length, Theme.space * 18)

    spacing: Theme.gap

    Repeater {
        model: boxes.length

        Rectangle {
            id: box

            required property int index
            readonly property string letter: boxes.text.charAt(index)

            border.color: boxes.wrong ? Theme.bad : index <= boxes.text.length ? Theme.brand : Theme.line
            border.width: Theme.stroke * (index === boxes.text.length ? 2 : 1)
            color: Theme.surface
            height: Theme.primaryHeight
            radius: Theme.radiusSmall
            width: boxes.boxWidth

            Label {
                anchors.centerIn: parent
                size: Theme.display
                text: box.letter
                weight: Font.Bold
            }
        }
    }
}
