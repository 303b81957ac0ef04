import QtQuick
import "../../components"
import Dispensador

// How a copy ended, and nothing that is not proved.
DeskPage {
    id: screen

    readonly property string ended: screen.body.ended

    primary: qsTr("Back to the list")
    title: CopyTexts.title(screen.ended)

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide * 2

        Column {
            spacing: Theme.gap
            width: parent.width - sold.width - parent.spacing

            DeskNotice {
                text: CopyTexts.ending(screen.ended)
                textName: "toldText"
                tone: CopyTexts.tone(screen.ended)
                width: parent.width
            }

            DeskNotice {
                text: screen.body.trouble === "" || screen.ended === "late" ? "" : Texts.fault(screen.body.trouble)
                textName: "errorText"
                tone: "bad"
                width: parent.width
            }

            DeskNotice {
                icon: "receipt-text"
                text: screen.body.file === "" ? "" : DeskTexts.paper("file", "", screen.body.file)
                textName: "fileText"
                tone: "good"
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
