import QtQuick
import "../../components"
import Dispensador

// A new settlement: how much somebody wants to pay in, here or elsewhere.
DeskPage {
    id: screen

    primary: qsTr("Make the settlement")
    subtitle: screen.body.holder + " · " + screen.body.document
    title: qsTr("New settlement")

    Column {
        spacing: Theme.gapWide
        width: 900 * Theme.unit

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

        DeskLabel {
            color: Theme.soft
            text: qsTr("No money moves yet. The settlement gets a number and a recovery code; whoever brings one of them pays it.")
            width: parent.width
        }
    }
}
