import QtQuick
import "../components"
import Dispensador

// Screen 11: what came out, what it cost, and the receipt.
Page {
    id: screen

    readonly property bool offer: screen.body.receipt === "offered" || screen.body.receipt === "failed"

    backShown: false
    finishShown: false
    subtitle: qsTr("%n certificate(s) printed.", "", screen.body.printed) + " " + qsTr("Do not forget to take your papers.")
    title: screen.body.copies.length > 1 ? qsTr("Done, take your certificates") : qsTr("Done, take your certificate")
    titleIcon: "circle-check"
    titleTone: "good"

    panel: [
        Row {
            spacing: Theme.gap
            width: parent ? parent.width : 0

            Icon {
                id: icon

                anchors.verticalCenter: parent.verticalCenter
                colour: screen.body.receipt === "printed" ? Theme.good : Theme.accent
                name: "receipt-text"
                visible: screen.body.receipt !== "printing"
            }

            Spinner {
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.brand
                visible: screen.body.receipt === "printing"
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                objectName: "receiptText"
                text: Texts.receipt(screen.body.receipt) + (screen.body.receiptError === "" ? "" : " " + Texts.error(screen.body.receiptError))
                weight: Font.DemiBold
                width: parent.width - icon.width - parent.spacing
            }
        },
        SecondaryButton {
            icon: "printer"
            objectName: "receiptPrint"
            text: screen.body.receipt === "failed" ? qsTr("Print the receipt again") : qsTr("Print the receipt")
            visible: screen.offer
            width: parent ? parent.width : 0

            onTapped: screen.intent("print_receipt", {})
        },
        PrimaryButton {
            objectName: screen.offer ? "receiptNone" : "finishButton"
            text: screen.offer ? qsTr("Finish without receipt") : qsTr("Finish")
            width: parent ? parent.width : 0

            onTapped: screen.intent("finish", {})
        }
    ]

    Column {
        id: list

        spacing: Theme.gapWide
        width: parent.width

        Card {
            id: money

            height: rows.height + Theme.gapWide * 2
            width: parent.width

            Column {
                id: rows

                anchors.left: parent.left
                anchors.margins: Theme.gapWide
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                spacing: Theme.space

                MoneyRow {
                    amount: screen.body.charged
                    amountName: "total"
                    label: qsTr("Charged")
                    strong: true
                    width: parent.width
                }

                MoneyRow {
                    amount: screen.body.released
                    amountName: "released"
                    label: qsTr("Not charged")
                    visible: screen.body.released !== ""
                    width: parent.width
                }

                MoneyRow {
                    amount: screen.body.balance
                    amountName: "balanceAfter"
                    label: qsTr("Balance now")
                    visible: screen.body.balance !== ""
                    width: parent.width
                }

                MoneyRow {
                    amount: screen.body.orderNumber
                    amountName: "orderNumber"
                    label: qsTr("Order number")
                    visible: screen.body.orderNumber !== ""
                    width: parent.width
                }
            }
        }

        Notice {
            id: reporting

            icon: "clock"
            text: qsTr("The charge is still being recorded. You need not wait.")
            textName: "reportingText"
            tone: "info"
            visible: screen.body.reporting
            width: parent.width
        }

        CopyList {
            copies: screen.body.copies
            reachTop: screen.reachTop - y
            results: true
            room: screen.contentHeight - money.height - Theme.gapWide - (reporting.visible ? reporting.height + Theme.gapWide : 0)
            width: parent.width
        }
    }
}
