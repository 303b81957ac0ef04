import QtQuick
import "../../components"
import Dispensador

// How a sale ended: the truth of each copy, what was charged, and where the rest of the money is.
DeskPage {
    id: screen

    readonly property string ended: screen.body.ended

    function accept(): void {
        screen.send("continue", {});
    }

    primary: screen.body.buyer.atExpense ? qsTr("Done") : qsTr("Back to the customer")
    subtitle: screen.body.buyer.atExpense ? qsTr("The chamber bears the cost: no money is taken.") : screen.body.buyer.holder + " · " + screen.body.buyer.document
    title: SaleTexts.title(ended)

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide * 2

        Column {
            id: list

            spacing: Theme.gap
            width: parent.width - side.width - parent.spacing

            DeskNotice {
                id: told

                text: SaleTexts.ending(screen.ended)
                textName: "toldText"
                tone: SaleTexts.tone(screen.ended)
                width: parent.width
            }

            DeskNotice {
                id: why

                text: screen.body.trouble !== "" ? Texts.fault(screen.body.trouble) : DeskTexts.error(screen.body.error)
                textName: "errorText"
                tone: "bad"
                width: parent.width
            }

            DeskNotice {
                id: kept

                text: screen.body.kept === "" ? "" : screen.body.canGiveBack ? qsTr("%1 were paid and are in the customer's account. Give them back with F6, or leave them there.").arg(screen.body.kept) : qsTr("%1 of what was paid stay in the customer's account.").arg(screen.body.kept)
                textName: "keptText"
                tone: "care"
                width: parent.width
            }

            CopyList {
                copies: screen.body.copies
                results: true
                room: screen.contentHeight - told.height - (why.visible ? why.height + Theme.gap : 0) - (kept.visible ? kept.height + Theme.gap : 0) - Theme.gap
                width: parent.width
            }
        }

        Column {
            id: side

            spacing: Theme.gap
            width: 600 * Theme.unit

            DeskCard {
                gap: Theme.gap
                width: parent.width

                DeskPair {
                    label: qsTr("Charged")
                    strong: true
                    value: screen.body.charged
                    valueName: "chargedText"
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Form of payment")
                    value: SaleTexts.way(screen.body.way)
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Receipt of the payment")
                    value: screen.body.paymentNumber
                    valueName: "paymentText"
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Order")
                    value: screen.body.orderNumber
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Recovery code")
                    value: screen.body.recoveryCode
                    valueName: "codeText"
                    width: parent.width
                }

                DeskChange {
                    value: screen.body.change
                    width: parent.width
                }
            }

            DeskPaper {
                paper: screen.body.paper
                width: parent.width
            }
        }
    }
}
