pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import Dispensador

// Outside the opening hours: when it opens again, the week, and where else to go.
VisitScreen {
    id: screen

    readonly property var body: screen.view.body
    readonly property bool wide: Theme.landscape

    Rectangle {
        anchors.fill: parent
        color: Theme.canvas
    }

    IdleHead {
        id: head

        view: screen.view

        onIntent: (name, args) => screen.intent(name, args)
    }

    Column {
        id: content

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin * (screen.wide ? 2 : 1)
        anchors.right: parent.right
        anchors.rightMargin: anchors.leftMargin
        spacing: Theme.space * (screen.wide || Theme.crowded ? 2.5 : 5)
        // A long week in large letters is drawn as much smaller as it takes to leave nothing out.
        scale: Math.min(1, (head.foot - y) / height)
        transformOrigin: Item.Top
        // Large letters take the room that otherwise keeps the words in the middle.
        y: Math.max(head.edge + Theme.gap, Math.min(head.foot - height, (screen.height - height) / 2 - Theme.space * (screen.wide ? 0 : 8)))

        Rectangle {
            anchors.horizontalCenter: parent.horizontalCenter
            color: Theme.tint
            height: Theme.space * (screen.wide ? 12 : 26)
            radius: height / 2
            visible: !Theme.crowded && !(screen.wide && screen.body.week.length > 4)
            width: height

            Icon {
                anchors.centerIn: parent
                colour: Theme.accent
                name: "clock"
                size: parent.height * 0.5
            }
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            objectName: "title"
            size: Theme.title
            text: qsTr("Closed now")
            weight: Font.Bold
            width: parent.width
        }

        Label {
            horizontalAlignment: Text.AlignHCenter
            objectName: "opensText"
            size: Theme.large
            text: screen.body.opens === "" ? qsTr("It is not known yet when this machine opens again.") : qsTr("This machine opens %1").arg(screen.body.opens)
            weight: Font.DemiBold
            width: parent.width
        }

        Grid {
            id: below

            // In landscape the week stands beside what else is to be said.
            readonly property real share: screen.wide && screen.body.week.length > 0 ? (width - columnSpacing) / 2 : width

            columnSpacing: Theme.gapWide
            columns: screen.wide ? 2 : 1
            rowSpacing: Theme.space * (Theme.crowded ? 2.5 : 5)
            width: parent.width

            Card {
                height: week.height + Theme.gapWide * 2
                visible: screen.body.week.length > 0
                width: below.share

                Column {
                    id: week

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.gapWide
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.gapWide
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.gap

                    Repeater {
                        model: screen.body.week

                        Item {
                            id: line

                            required property var modelData

                            height: Math.max(days.height, times.height)
                            width: week.width

                            Label {
                                id: days

                                color: Theme.soft
                                size: Theme.small
                                text: line.modelData.days
                                width: parent.width * 0.36
                            }

                            Label {
                                id: times

                                anchors.left: days.right
                                anchors.leftMargin: Theme.gap
                                anchors.right: parent.right
                                size: Theme.small
                                text: line.modelData.times === "" ? qsTr("Closed") : line.modelData.times
                                weight: Font.DemiBold
                            }
                        }
                    }
                }
            }

            Column {
                spacing: below.rowSpacing
                width: below.share

                Notice {
                    icon: "store"
                    text: screen.body.elsewhere
                    textName: "elsewhereText"
                    tone: "info"
                    visible: text !== ""
                    width: parent.width
                }

                Notice {
                    icon: "shield-check"
                    text: qsTr("Nothing of yours is lost: a recovery code stays good, here from the opening on and at any dispenser of the chamber that is open.")
                    tone: "good"
                    width: parent.width
                }

                StatusChip {
                    anchors.horizontalCenter: parent.horizontalCenter
                    icon: "phone"
                    text: qsTr("Help: %1").arg(screen.body.phone)
                    tone: "info"
                    visible: screen.body.phone !== ""
                }
            }
        }
    }
}
