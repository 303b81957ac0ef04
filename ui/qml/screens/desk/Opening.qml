import QtQuick
import "../../components"
import Dispensador

// Opening a shift: what lies in the drawer before the first payment.
DeskPage {
    id: screen

    primary: qsTr("Open shift")
    subtitle: qsTr("Count the money in the drawer and type it. Zero is right if there is none.")
    title: qsTr("Open shift")

    Column {
        spacing: Theme.gapWide
        width: 760 * Theme.unit

        DeskForm {
            fields: screen.body.fields
            width: parent.width

            onIntent: (name, args) => screen.send(name, args)
        }

        DeskNotice {
            text: DeskTexts.error(screen.body.error)
            textName: "errorText"
            tone: "bad"
            width: parent.width
        }

        DeskNotice {
            text: screen.body.offline ? qsTr("F7 opens it on this computer alone, marked as provisional. No money can be moved until the chamber knows it.") : ""
            textName: "offlineText"
            tone: "care"
            width: parent.width
        }
    }
}
