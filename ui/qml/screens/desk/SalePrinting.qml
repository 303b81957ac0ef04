import QtQuick
import "../../components"
import Dispensador

// Real progress of the engine, and what the printer waits for; there is nothing to press here.
DeskPage {
    id: screen

    readonly property bool held: screen.body.waitingFor !== ""

    subtitle: screen.held ? qsTr("Printing goes on by itself as soon as it is solved.") : screen.body.remainingS > 0 ? qsTr("Certificate %1 of %2").arg(screen.body.current).arg(screen.body.total) + " · " + qsTr("about %n second(s) left", "", screen.body.remainingS) : qsTr("Certificate %1 of %2").arg(screen.body.current).arg(screen.body.total)
    title: screen.held ? qsTr("Printing is waiting") : qsTr("Printing")

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide * 2

        Column {
            id: list

            spacing: Theme.gapWide
            width: parent.width - side.width - parent.spacing

            DeskNotice {
                id: problem

                text: screen.held ? Texts.fault(screen.body.waitingFor) : ""
                textName: "waitingFor"
                tone: "bad"
                width: parent.width
            }

            ProgressBar {
                id: bar

                objectName: "progress"
                value: screen.body.progress
                width: parent.width
            }

            CopyList {
                copies: screen.body.copies
                current: screen.body.current
                held: screen.held
                room: screen.contentHeight - bar.height - Theme.gapWide * 2 - (problem.visible ? problem.height + Theme.gapWide : 0)
                turning: false
                width: parent.width
            }
        }

        Column {
            id: side

            spacing: Theme.gap
            width: (screen.body.copies.length > 5 ? 520 : 560) * Theme.unit

            DeskCard {
                visible: screen.body.change !== ""
                width: parent.width

                DeskChange {
                    value: screen.body.change
                    width: parent.width
                }
            }

            DeskNotice {
                text: qsTr("Only what comes out printed is charged. Wait until the screen says how it ended.")
                tone: "info"
                width: parent.width
            }
        }
    }
}
