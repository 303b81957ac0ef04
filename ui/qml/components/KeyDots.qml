pragma ComponentBehavior: Bound

import QtQuick
import Dispensador

// A secret being typed: its length as dots, and the text only while the button is held.
Item {
    id: dots

    required property var entry

    signal intent(string name, var args)

    readonly property bool narrow: width < Theme.space * 80

    implicitHeight: narrow ? Theme.primaryHeight + Theme.gap + Theme.touch : Theme.primaryHeight

    Rectangle {
        id: box

        border.color: dots.entry.error !== "" ? Theme.bad : dots.entry.length > 0 ? Theme.brand : Theme.line
        border.width: Theme.stroke * (dots.entry.length > 0 || dots.entry.error !== "" ? 1.5 : 1)
        color: Theme.surface
        height: Theme.primaryHeight
        radius: Theme.radius
        width: dots.narrow ? parent.width : parent.width - show.width - Theme.gap

        Label {
            anchors.left: parent.left
            anchors.leftMargin: Theme.gapWide
            anchors.verticalCenter: parent.verticalCenter
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Math.round(Theme.small * 0.7)
            objectName: "shownKey"
            size: Theme.display
            text: dots.entry.shown
            visible: dots.entry.showing && dots.entry.shown !== ""
            weight: Font.DemiBold
            width: parent.width - Theme.gapWide * 2
            wrapMode: Text.NoWrap
        }

        Row {
            id: row

            readonly property real room: box.width - Theme.gapWide * 2
            readonly property real pitch: Math.min(Theme.space * 4.5, room / Math.max(1, dots.entry.length))

            anchors.left: parent.left
            anchors.leftMargin: Theme.gapWide
            anchors.verticalCenter: parent.verticalCenter
            objectName: "keyDots"
            visible: !dots.entry.showing

            Repeater {
                model: dots.entry.length

                Item {
                    height: Theme.display * 0.9
                    width: row.pitch

                    Rectangle {
                        anchors.verticalCenter: parent.verticalCenter
                        color: Theme.ink
                        height: width
                        radius: width / 2
                        width: Math.min(Theme.space * 3, row.pitch * 0.7)
                    }
                }
            }

            Rectangle {
                color: Theme.brand
                height: Theme.display * 0.9
                width: Theme.stroke
            }
        }
    }

    Rectangle {
        id: show

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        border.color: Theme.line
        border.width: Theme.stroke
        color: hold.pressed ? Theme.tint : Theme.surface
        enabled: dots.entry.length > 0 && !dots.entry.checking
        height: dots.narrow ? Theme.touch : parent.height
        objectName: "showKey"
        radius: Theme.radius
        width: dots.narrow ? parent.width : Math.max(Theme.touch * 1.5, word.implicitWidth + Theme.gap * 2)

        Grid {
            anchors.centerIn: parent
            columnSpacing: Theme.gap
            columns: dots.narrow ? 2 : 1
            horizontalItemAlignment: Grid.AlignHCenter
            verticalItemAlignment: Grid.AlignVCenter

            Icon {
                colour: show.enabled ? Theme.accent : Theme.soft
                name: "eye"
            }

            Label {
                id: word

                color: show.enabled ? Theme.accent : Theme.soft
                size: Theme.small
                text: qsTr("Hold to see")
                weight: Font.Medium
                wrapMode: Text.NoWrap
            }
        }

        MouseArea {
            id: hold

            anchors.fill: parent
            preventStealing: true

            onCanceled: dots.intent("show", {
                "on": false
            })
            onPressed: dots.intent("show", {
                "on": true
            })
            onReleased: dots.intent("show", {
                "on": false
            })
        }
    }
}
