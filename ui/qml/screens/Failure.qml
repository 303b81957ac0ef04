import QtQuick
import "../components"
import Dispensador

// Screen 20: what happened, first of all to the money; what to do; whom to call.
Page {
    id: screen

    readonly property var tones: ({
            "not_charged": "good",
            "charged_partly": "info",
            "held_unknown": "care",
            "release_pending": "info"
        })

    backShown: false
    finishShown: false
    subtitle: Texts.fault(screen.body.cause)
    title: screen.body.copies.some(copy => copy.phase === "printed") ? qsTr("Not all of it could be printed") : qsTr("It could not be finished")
    titleIcon: "triangle-alert"
    titleTone: "care"

    panel: [
        Card {
            height: codeText.height + Theme.gapWide * 2
            visible: screen.body.recoveryCode !== ""
            width: parent ? parent.width : 0

            Column {
                id: codeText

                anchors.left: parent.left
                anchors.leftMargin: Theme.gapWide
                anchors.right: parent.right
                anchors.rightMargin: Theme.gapWide
                anchors.verticalCenter: parent.verticalCenter

                Label {
                    color: Theme.soft
                    size: Theme.small
                    visible: !(Theme.reach && Theme.crowded && screen.body.slip === "printed") // the paper says it
                    text: screen.body.slip === "" ? qsTr("Your recovery code. Write it down or take a picture.") : qsTr("Your recovery code. With it, or with your key, you go on at any dispenser.")
                    width: parent.width
                }

                Label {
                    font.letterSpacing: Theme.space
                    objectName: "recoveryCode"
                    size: Theme.display
                    text: screen.body.recoveryCode
                    weight: Font.Bold
                }

                Label {
                    color: screen.body.slip === "failed" ? Theme.care : Theme.good
                    objectName: "slipText"
                    size: Theme.small
                    text: Texts.slip(screen.body.slip)
                    visible: screen.body.slip !== ""
                    weight: Font.DemiBold
                    width: parent.width
                }
            }
        },
        SecondaryButton {
            icon: "log-out"
            objectName: "finishButton"
            text: qsTr("End session")
            visible: screen.body.canRetry
            width: parent ? parent.width : 0

            onTapped: screen.intent("finish", {})
        },
        PrimaryButton {
            icon: "refresh-cw"
            objectName: "retryButton"
            text: qsTr("Try again")
            visible: screen.body.canRetry
            width: parent ? parent.width : 0

            onTapped: screen.intent("retry", {})
        },
        PrimaryButton {
            objectName: "finishButton"
            text: qsTr("End session")
            visible: !screen.body.canRetry
            width: parent ? parent.width : 0

            onTapped: screen.intent("finish", {})
        }
    ]

    Notice {
        id: money

        icon: "wallet"
        size: Theme.crowded ? Theme.small : Theme.body
        text: Texts.money(screen.body.money, screen.body.copies.some(copy => copy.phase === "printed") ? screen.body.charged : "")
        textName: "moneyText"
        tone: screen.tones[screen.body.money] ?? "care"
        width: parent.width
    }

    // The pager of a long list is the lowest of the content, where a hand reaches it.
    CopyList {
        copies: screen.body.copies
        reachTop: screen.reachTop - y
        results: true
        room: (Theme.reach ? screen.contentHeight : foot.y - Theme.gapWide) - y
        visible: screen.body.copies.length > 0
        width: parent.width
        y: (Theme.reach ? foot.y + foot.height : money.height) + Theme.gapWide
    }

    Column {
        id: foot

        spacing: Theme.space
        width: parent.width
        y: Theme.reach ? money.height + Theme.gapWide : parent.height - height

        HintRow {
            colour: Theme.accent
            icon: "phone"
            text: screen.body.phone === "" ? qsTr("Ask at the counter of the chamber.") : qsTr("Ask at the counter of the chamber or call %1.").arg(screen.body.phone)
            width: parent.width
        }

        Label {
            color: Theme.soft
            objectName: "supportLine"
            size: Theme.head
            text: [screen.body.code, screen.body.orderNumber === "" ? "" : qsTr("Order %1").arg(screen.body.orderNumber), screen.body.operation].filter(part => part !== "").join(" · ")
            width: parent.width
            wrapMode: Text.WrapAnywhere
        }
    }
}
