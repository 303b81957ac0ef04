import QtQuick
import "../../components"
import Dispensador

// How an order is paid, and being sure of it; the holder's key is typed here by the holder, and nobody sees it.
DeskPage {
    id: screen

    readonly property string stage: screen.body.stage
    readonly property bool keyed: screen.body.way === "prepaid"
    readonly property bool free: screen.body.way === "expense"

    primary: stage === "fill" ? qsTr("Review") : stage === "unclear" ? qsTr("Ask again") : stage === "recent" ? qsTr("Print it all the same") : keyed ? qsTr("Pay with the key and print") : free ? qsTr("Print at the chamber's expense") : qsTr("Take %1 and print").arg(screen.body.total)
    primaryEnabled: screen.body.waitS === 0
    subtitle: screen.body.buyer.atExpense ? qsTr("The chamber bears the cost: no money is taken.") : screen.body.buyer.holder + " · " + screen.body.buyer.document
    title: stage === "fill" ? qsTr("How is it paid?") : stage === "sure" ? qsTr("Is this right?") : stage === "unclear" ? qsTr("The answer did not come") : qsTr("This was bought a moment ago")

    onStageChanged: if (stage !== "fill" && !keyed)
        screen.forceActiveFocus()

    Row {
        anchors.fill: parent
        spacing: Theme.gapWide

        Column {
            id: form

            spacing: Theme.gapWide
            width: parent.width - cart.width - parent.spacing

            DeskChoices {
                heading: qsTr("Form of payment (arrows ← →)")
                label: code => SaleTexts.way(code)
                name: "way"
                options: screen.body.ways
                visible: screen.body.ways.length > 0
                width: parent.width

                onPicked: value => screen.send("select", {
                        "name": "way",
                        "value": value
                    })
            }

            DeskNotice {
                text: screen.keyed && screen.stage === "fill" ? qsTr("The account pays. On the next screen its holder types the prepaid key: turn the keypad to the customer.") : ""
                tone: "info"
                width: parent.width
            }

            DeskNotice {
                text: screen.keyed && screen.stage === "sure" ? qsTr("The customer types the prepaid key now. Nobody else may type or ask for it.") : ""
                textName: "keypadText"
                tone: "care"
                width: parent.width
            }

            DeskNotice {
                text: screen.stage !== "sure" || screen.keyed ? "" : screen.free ? qsTr("Your name and the reason stay in the trail, on the receipt and in the day's summary.") : qsTr("Take the payment first. With Enter it is noted and the certificates are printed at once.")
                tone: "info"
                width: parent.width
            }

            DeskForm {
                fields: screen.body.fields
                visible: screen.body.fields.length > 0
                width: Math.min(parent.width, 760 * Theme.unit)

                onIntent: (name, args) => screen.send(name, args)
            }

            DeskNotice {
                text: screen.stage === "unclear" ? qsTr("Nobody knows yet whether the payment was taken. Do not take or give back money until the chamber has answered. Ask again: the same payment is never made twice.") : ""
                textName: "unclearText"
                tone: "care"
                width: parent.width
            }

            DeskNotice {
                text: screen.stage === "recent" ? screen.body.recent.join("\n") + "\n" + qsTr("Ask the customer whether it is wanted once more.") : ""
                textName: "recentText"
                tone: "care"
                width: parent.width
            }

            DeskNotice {
                text: screen.body.waitS > 0 ? qsTr("Wait %n second(s) before the next try.", "", screen.body.waitS) : screen.keyed && screen.body.error === "key-blocked" ? qsTr("The prepaid key of this account is blocked.") : DeskTexts.error(screen.body.error)
                textName: "errorText"
                tone: screen.body.error === "never-done" ? "info" : "bad"
                width: parent.width
            }
        }

        Column {
            id: cart

            spacing: Theme.gap
            width: 600 * Theme.unit

            SaleCart {
                rows: screen.body.cart
                shown: 5
                total: screen.body.total
                width: parent.width
            }

            DeskCard {
                gap: Theme.gap
                visible: screen.stage !== "fill" || screen.body.given !== "" || screen.keyed
                width: parent.width

                DeskPair {
                    label: qsTr("Form of payment")
                    value: SaleTexts.way(screen.body.way)
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Available in the account")
                    value: screen.keyed ? screen.body.buyer.available : ""
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Number")
                    value: screen.body.reference
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Reason")
                    value: screen.free ? screen.body.reason : ""
                    width: parent.width
                }

                DeskPair {
                    label: qsTr("Received")
                    value: screen.body.given
                    width: parent.width
                }

                DeskChange {
                    value: screen.body.change
                    width: parent.width
                }
            }
        }
    }
}
