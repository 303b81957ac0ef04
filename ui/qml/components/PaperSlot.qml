pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// The printer's mouth and a certificate coming out of it. "progress" is how much of the sheet is out, 0 to 1.
Item {
    id: slot

    property real progress: 1
    property bool feeding: false
    property int feedMs: 700
    readonly property real sheetWidth: width * 0.81
    readonly property real sheetHeight: height - mouth.height * 0.6

    Rectangle {
        id: mouth

        color: Theme.slot
        height: Math.max(Theme.space * 2, Math.min(slot.width * 0.075, Theme.space * 5))
        radius: height / 2
        width: slot.width

        Rectangle {
            anchors.right: parent.right
            anchors.rightMargin: parent.height * 0.6
            anchors.verticalCenter: parent.verticalCenter
            color: "#5fd08f"
            height: parent.height * 0.3
            radius: height / 2
            visible: slot.feeding
            width: height

            SequentialAnimation on opacity {
                loops: Animation.Infinite
                running: slot.feeding && Theme.motion

                NumberAnimation {
                    duration: 600
                    to: 0.2
                }

                NumberAnimation {
                    duration: 600
                    to: 1
                }
            }
        }
    }

    Rectangle {
        id: sheet

        readonly property real inset: width * 0.09
        readonly property real textWidth: width - inset * 2
        readonly property real pitch: width * 0.074
        readonly property real endOfText: slot.sheetHeight - code.side - inset * 1.4

        anchors.horizontalCenter: parent.horizontalCenter
        border.color: Theme.paperLine
        border.width: Math.max(1, Theme.stroke / 2)
        color: Theme.paper
        height: Math.min(1, Math.max(0.1, slot.progress)) * slot.sheetHeight
        width: slot.sheetWidth
        y: mouth.height * 0.55

        Behavior on height {
            enabled: Theme.motion

            NumberAnimation {
                duration: slot.feedMs
                easing.type: Easing.OutCubic
            }
        }

        Repeater {
            model: [1, 0.65, 0.95, 1, 0.9, 0.45, 1, 0.97, 0.82, 1, 0.6, 0.92, 1, 0.74, 0.95, 0.5, 0.98, 1, 0.88, 0.4, 1, 0.93, 0.7, 1]

            Rectangle {
                required property int index
                required property real modelData

                color: index === 0 || index === 5 ? Theme.paperInk : Theme.paperLine
                height: sheet.pitch * 0.4
                radius: height / 2
                visible: y + height < Math.min(sheet.endOfText, sheet.height - sheet.pitch * 0.5)
                width: sheet.textWidth * modelData
                x: sheet.inset
                y: sheet.inset + index * sheet.pitch
            }
        }

        QrMark {
            id: code

            side: sheet.width * 0.34
            visible: sheet.height > y + side
            x: sheet.inset
            y: slot.sheetHeight - side - sheet.inset
        }
    }
}
