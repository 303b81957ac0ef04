import QtQuick
import "../../components"
import Dispensador

// What somebody brought: the number of a settlement or its recovery code.
DeskPage {
    id: screen

    primary: qsTr("Find")
    subtitle: qsTr("Money that somebody asked to pay into a prepaid account. Every look is recorded with your name.")
    title: qsTr("Pay a settlement")

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
            text: qsTr("The number has six digits. The recovery code has six signs, letters among them; capitals or not is the same. To make a new settlement, find the customer first (F3).")
            width: parent.width
        }
    }
}
