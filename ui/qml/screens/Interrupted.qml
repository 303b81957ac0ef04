import QtQuick
import "../components"
import Dispensador

// Screen 12: a purchase that was interrupted. What is known, what is not, what can be done now; then how it ended.
Page {
    id: screen

    readonly property var line: screen.body.line
    readonly property bool choosing: screen.body.stage === "choose"
    readonly property bool told: screen.body.stage === "told"
    readonly property bool asked: screen.body.stage === "sure" || screen.body.stage === "asking"
    readonly property bool waiting: screen.body.stage === "asking"
    readonly property bool stuck: screen.choosing && !screen.body.canPrint && !screen.body.canGiveBack
    readonly property bool several: screen.choosing && screen.body.pages > 1
    readonly property var endings: ({
            "printed": ["circle-check", "good"],
            "given_back": ["circle-check", "good"],
            "charged": ["badge-check", "info"],
            "not_printed": ["triangle-alert", "care"],
            "uncertain": ["circle-help", "care"],
            "not_confirmed": ["wifi-off", "care"],
            "refused": ["info", "info"]
        })
    readonly property var ending: screen.endings[screen.body.told] ?? screen.endings.uncertain

    finishShown: screen.choosing && !screen.stuck
    subtitle: [screen.line.when, qsTr("Dispenser %1").arg(screen.body.place), qsTr("Code %1").arg(screen.line.recoveryCode)].join(" · ")
    subtitleSize: Theme.crowded ? Theme.small : Theme.body
    title: screen.told ? Texts.endingTitle(screen.body.told) : screen.asked ? qsTr("Do you want your money back?") : qsTr("A purchase was interrupted")
    titleIcon: screen.told ? screen.ending[0] : screen.asked ? "wallet" : "hourglass"
    titleTone: screen.told ? screen.ending[1] : "care"

    panel: [
        Pager {
            page: screen.body.page
            pages: screen.body.pages
            visible: Theme.landscape && screen.several
            width: parent ? parent.width : 0

            onTurned: delta => screen.intent("page", {
                    "delta": delta
                })
        },
        Notice {
            text: Texts.error(screen.body.printReason) + " " + qsTr("It cannot be printed here now.")
            textName: "printReason"
            visible: screen.choosing && screen.body.printReason !== ""
            width: parent ? parent.width : 0
        },
        SecondaryButton {
            icon: "wallet"
            objectName: "moneyBackButton"
            text: qsTr("Get the money back")
            visible: screen.choosing && screen.body.canGiveBack && screen.body.canPrint
            width: parent ? parent.width : 0

            onTapped: screen.intent("money_back", {})
        },
        PrimaryButton {
            icon: "wallet"
            objectName: "moneyBackButton"
            text: qsTr("Get the money back")
            visible: screen.choosing && screen.body.canGiveBack && !screen.body.canPrint
            width: parent ? parent.width : 0

            onTapped: screen.intent("money_back", {})
        },
        PrimaryButton {
            icon: "printer"
            objectName: "printNowButton"
            text: qsTr("Print it now")
            visible: screen.choosing && screen.body.canPrint
            width: parent ? parent.width : 0

            onTapped: screen.intent("print_now", {})
        },
        PrimaryButton {
            objectName: "accountButton"
            text: qsTr("Go to my account")
            visible: screen.stuck
            width: parent ? parent.width : 0

            onTapped: screen.intent("back", {})
        },
        SecondaryButton {
            icon: "arrow-left"
            objectName: "noButton"
            text: qsTr("No, go back")
            visible: screen.asked && !screen.waiting
            width: parent ? parent.width : 0

            onTapped: screen.intent("back", {})
        },
        PrimaryButton {
            enabled: !screen.waiting
            objectName: "sureButton"
            text: screen.waiting ? qsTr("Asking the chamber …") : qsTr("Yes, give back %1").arg(screen.line.amount)
            visible: screen.asked
            waiting: screen.waiting
            width: parent ? parent.width : 0

            onTapped: screen.intent("money_back", {})
        },
        SecondaryButton {
            icon: "log-out"
            objectName: "finishButton"
            text: qsTr("End session")
            visible: screen.told
            width: parent ? parent.width : 0

            onTapped: screen.intent("finish", {})
        },
        PrimaryButton {
            objectName: "continueButton"
            text: qsTr("Continue")
            visible: screen.told
            width: parent ? parent.width : 0

            onTapped: screen.intent("continue", {})
        }
    ]

    Column {
        spacing: Theme.landscape || Theme.crowded ? Theme.gap : Theme.gapWide
        width: parent.width

        PurchaseCard {
            amount: screen.line.amount
            certificate: screen.line.certificate
            registration: screen.line.registration
            width: parent.width
        }

        KnownBlock {
            heading: qsTr("What we know")
            icon: "shield-check"
            text: Texts.known(screen.line.state)
            textName: "knownText"
            tone: "good"
            visible: screen.choosing
            width: parent.width
        }

        KnownBlock {
            heading: qsTr("What we do not know yet")
            icon: "circle-help"
            text: Texts.unknown(screen.line.state)
            textName: "unknownText"
            tone: "care"
            visible: screen.choosing && text !== ""
            width: parent.width
        }

        KnownBlock {
            heading: qsTr("What you can do")
            icon: "info"
            text: Texts.remedy(screen.line.state)
            textName: "remedyText"
            // With large letters among several, the buttons below say it alone.
            visible: screen.choosing && !(Theme.crowded && (screen.several || screen.body.printReason !== ""))
            width: parent.width
        }

        KnownBlock {
            heading: qsTr("Before you decide")
            icon: "triangle-alert"
            text: qsTr("The verification code becomes void. If the paper did come out, it is worth nothing from then on. This cannot be undone.")
            textName: "sureText"
            tone: "care"
            visible: screen.asked
            width: parent.width
        }

        Notice {
            icon: screen.ending[0]
            size: Theme.body
            text: Texts.ending(screen.body.told, screen.line.amount) + (screen.body.reason === "" ? "" : " " + Texts.fault(screen.body.reason))
            textName: "endingText"
            tone: screen.ending[1]
            visible: screen.told
            width: parent.width
        }

        Card {
            height: balance.height + Theme.gapWide * 2
            visible: screen.told && screen.body.balance !== ""
            width: parent.width

            MoneyRow {
                id: balance

                amount: screen.body.balance
                amountName: "balanceAfter"
                anchors.left: parent.left
                anchors.margins: Theme.gapWide
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                label: qsTr("Balance now")
                strong: true
            }
        }
    }

    Column {
        anchors.bottom: parent.bottom
        spacing: Theme.gap
        width: parent.width

        Pager {
            page: screen.body.page
            pages: screen.body.pages
            visible: !Theme.landscape && screen.several
            width: parent.width

            onTurned: delta => screen.intent("page", {
                    "delta": delta
                })
        }

        HintRow {
            colour: Theme.accent
            icon: "phone"
            text: screen.body.phone === "" ? qsTr("Ask at the counter of the chamber.") : qsTr("Ask at the counter of the chamber or call %1.").arg(screen.body.phone)
            visible: screen.told && screen.ending[1] !== "good" || screen.stuck
            width: parent.width
        }
    }
}
