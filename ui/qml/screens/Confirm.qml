pragma ComponentBehavior: Bound

import QtQuick
import "../components"
import Dispensador

// Screen 9: what is bought and with whose money; another account; the prepaid key; the same purchase again.
Page {
    id: screen

    readonly property string stage: screen.body.stage
    readonly property var key: screen.body.key
    // Whoever has no prepaid account is not sent back to it.
    readonly property bool ownPossible: screen.body.hasOwnAccount === true

    panelWidth: stage === "key" ? Theme.keyboardPanelWidth : Theme.panelWidth
    // What stands in the way is read first, where there is little room.
    subtitle: Theme.crowded && (screen.body.error !== "" || screen.body.paper !== "enough") ? "" : ({
            "review": qsTr("Nothing is charged until each certificate comes out printed."),
            "account": qsTr("Write the NIT of the company, with its check digit."),
            "key": qsTr("It is the key of the prepaid account, not your secure key."),
            "recent": qsTr("If you buy again, it is charged again.")
        })[stage] ?? ""
    title: ({
            "review": qsTr("Check your order"),
            "account": qsTr("Which company pays?"),
            "key": qsTr("Type the prepaid key"),
            "recent": qsTr("You bought this a few minutes ago")
        })[stage] ?? ""

    panel: [
        Pager {
            page: review.sheets.page
            pages: review.sheets.pages
            visible: Theme.reach && screen.stage === "review" && review.sheets.needed
            width: parent ? parent.width : 0

            onTurned: delta => review.sheets.turned(delta)
        },
        ReviewTotals {
            body: screen.body
            visible: !Theme.reach && screen.stage === "review"
            width: parent ? parent.width : 0
        },
        SecondaryButton {
            icon: "building-2"
            objectName: "chooseAccountButton"
            text: qsTr("Pay from a company's account")
            visible: screen.stage === "review" && (screen.body.ownAccount || screen.body.account === "")
            width: parent ? parent.width : 0

            onTapped: screen.intent("choose_account", {})
        },
        Keypad {
            visible: screen.stage === "account"
            width: parent ? parent.width : 0

            onIntent: (name, args) => screen.intent(name, args)
        },
        Keyboard {
            caps: screen.key.caps
            enabled: !screen.key.checking
            visible: screen.stage === "key"
            width: parent ? parent.width : 0

            onIntent: (name, args) => screen.intent(name, args)
        },
        SecondaryButton {
            icon: "user"
            objectName: "ownAccountButton"
            text: qsTr("Pay from my account")
            visible: screen.ownPossible && (screen.stage === "account" || (screen.stage === "review" && screen.body.account !== ""))
            width: parent ? parent.width : 0

            onTapped: screen.intent("own_account", {})
        },
        PrimaryButton {
            enabled: screen.body.canPay
            objectName: "payButton"
            text: qsTr("Pay and print")
            visible: screen.stage === "review"
            width: parent ? parent.width : 0

            onTapped: screen.intent("pay", {})
        },
        PrimaryButton {
            enabled: screen.body.typedAccount !== ""
            objectName: "continueButton"
            text: qsTr("Use this account")
            visible: screen.stage === "account"
            width: parent ? parent.width : 0

            onTapped: screen.intent("continue", {})
        },
        PrimaryButton {
            enabled: screen.key.canContinue && !screen.key.checking
            objectName: "confirmButton"
            text: screen.key.checking ? qsTr("Checking …") : qsTr("Pay %1 and print").arg(screen.body.total)
            visible: screen.stage === "key"
            waiting: screen.key.checking
            width: parent ? parent.width : 0

            onTapped: screen.intent("continue", {})
        },
        SecondaryButton {
            icon: "arrow-left"
            objectName: "notAgainButton"
            text: qsTr("Do not buy again")
            visible: screen.stage === "recent"
            width: parent ? parent.width : 0

            onTapped: screen.intent("back", {})
        },
        PrimaryButton {
            objectName: "buyAnywayButton"
            text: qsTr("Buy again for %1").arg(screen.body.total)
            visible: screen.stage === "recent"
            width: parent ? parent.width : 0

            onTapped: screen.intent("buy_anyway", {})
        }
    ]

    OrderReview {
        id: review

        ownPager: !Theme.reach

        body: screen.body
        height: parent.height - (totals.visible ? totals.height + Theme.gapWide : 0)
        visible: screen.stage === "review"
        width: parent.width
    }

    ReviewTotals {
        id: totals

        anchors.bottom: parent.bottom
        body: screen.body
        visible: Theme.reach && screen.stage === "review"
        width: parent.width
    }

    Column {
        spacing: Theme.gapWide
        visible: screen.stage === "account"
        width: parent.width

        TypedField {
            hint: qsTr("NIT of the company")
            text: screen.body.typedAccount
            width: parent.width
            wrong: screen.body.accountError !== ""
        }

        Notice {
            text: Texts.idError(screen.body.accountError)
            textName: "errorText"
            tone: "bad"
            visible: screen.body.accountError !== ""
            width: parent.width
        }

        HintRow {
            icon: "key-round"
            text: qsTr("You will need the prepaid key of that company.")
            visible: !Theme.crowded || screen.body.accountError === ""
            width: parent.width
        }
    }

    Item {
        height: parent.height
        visible: screen.stage === "key"
        width: parent.width

        SecretEntry {
            id: entry

            entry: screen.key
            width: parent.width
            y: Theme.reach ? parent.height - height : 0

            onIntent: (name, args) => screen.intent(name, args)
        }

        HintRow {
            colour: Theme.accent
            y: Theme.reach ? 0 : entry.height + Theme.gapWide
            icon: "wallet"
            visible: !(Theme.landscape && Theme.crowded && screen.key.error !== "")
            text: screen.body.ownAccount ? qsTr("Paid from your account") : qsTr("Paid from the account %1").arg(screen.body.account)
            width: parent.width
        }
    }

    Column {
        spacing: Theme.gap
        visible: screen.stage === "recent"
        width: parent.width

        Repeater {
            model: RowModel {
                rows: screen.body.recent.map(name => ({
                            "name": name
                        }))
            }

            Notice {
                required property string name

                icon: "file-text"
                text: name
                width: parent ? parent.width : 0
            }
        }

        HintRow {
            colour: Theme.accent
            text: qsTr("If the earlier one did not come out, do not buy again: ask at the counter with its code.")
            width: parent.width
        }
    }
}
