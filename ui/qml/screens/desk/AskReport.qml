import QtQuick
import "../../components"
import Dispensador

// What a report is about: its days, and whose or which one's it is.
DeskPage {
    id: screen

    primary: qsTr("See report")
    subtitle: RecordTexts.hint(screen.body.report)
    title: RecordTexts.part(screen.body.report)

    Column {
        spacing: Theme.gapWide
        width: 900 * Theme.unit

        DeskChoices {
            heading: qsTr("Type of document (arrows ← →)")
            label: code => DeskTexts.idType(code)
            name: "idType"
            options: screen.body.idTypes
            visible: screen.body.idTypes.length > 0
            width: parent.width

            onPicked: value => screen.send("select", {
                    "name": "id_type",
                    "value": value
                })
        }

        DeskForm {
            fields: screen.body.fields
            width: parent.width

            onIntent: (name, args) => screen.send(name, args)
        }

        DeskLabel {
            color: Theme.soft
            objectName: "kiosksText"
            text: qsTr("There are: %1").arg(screen.body.kiosks)
            visible: screen.body.kiosks !== ""
            width: parent.width
        }

        DeskLabel {
            color: Theme.soft
            objectName: "everybodyText"
            text: qsTr("Without a cashier: everybody.")
            visible: screen.body.report === "cash-detail" && screen.body.fields.length > 2
            width: parent.width
        }

        DeskNotice {
            text: DeskTexts.error(screen.body.error)
            textName: "errorText"
            tone: "bad"
            width: parent.width
        }
    }
}
