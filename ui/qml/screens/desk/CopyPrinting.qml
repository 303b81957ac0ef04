import QtQuick
import "../../components"
import Dispensador

// The copy comes out, or what the printer waits for; there is nothing to press here.
DeskPage {
    id: screen

    readonly property bool held: screen.body.waitingFor !== ""

    subtitle: screen.held ? qsTr("Printing goes on by itself as soon as it is solved.") : screen.body.remainingS > 0 ? qsTr("about %n second(s) left", "", screen.body.remainingS) : qsTr("Wait until the screen says how it ended.")
    title: screen.held ? qsTr("Printing is waiting") : qsTr("The copy is being made")

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide * 2

        Column {
            spacing: Theme.gapWide
            width: parent.width - sold.width - parent.spacing

            DeskNotice {
                text: screen.held ? Texts.fault(screen.body.waitingFor) : ""
                textName: "waitingFor"
                tone: "bad"
                width: parent.width
            }

            ProgressBar {
                objectName: "progress"
                value: screen.body.progress
                width: parent.width
            }
        }

        SoldCertificate {
            id: sold

            counted: false
            sold: screen.body.sold
            width: 720 * Theme.unit
        }
    }
}
