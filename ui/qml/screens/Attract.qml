import QtQuick
import "../components"
import Dispensador

// Screen 1: invites, and says before anybody signs in what the machine can do now.
VisitScreen {
    id: screen

    readonly property var body: screen.view.body
    readonly property bool wide: Theme.landscape
    readonly property var offers: [
        {
            "icon": "file-text",
            "name": qsTr("Buy certificates"),
            "text": qsTr("Use your prepaid balance. Only what comes out printed is charged.")
        },
        {
            "icon": "wallet",
            "name": qsTr("See your balance"),
            "text": qsTr("Your available money and your latest movements.")
        },
        {
            "icon": "badge-check",
            "name": qsTr("A code on each certificate"),
            "text": qsTr("Anybody can check that it is authentic.")
        },
        {
            "icon": "key-round",
            "name": qsTr("Have at hand"),
            "text": qsTr("Your document number, your secure key and your prepaid key.")
        }
    ]
    readonly property var instead: [
        {
            "icon": "info",
            "name": qsTr("Certificates are not sold now"),
            "text": screen.body.canSeeBalance ? qsTr("The state of the machine says why.") : qsTr("The machine works again by itself as soon as it is solved.")
        }
    ]

    Rectangle {
        id: hero

        height: screen.wide ? screen.height : Math.round(screen.height * 0.615)
        width: screen.wide ? Math.round(screen.width * 0.615) : screen.width

        gradient: Gradient {
            GradientStop {
                color: Theme.heroTop
                position: 0
            }

            GradientStop {
                color: Theme.heroBottom
                position: 1
            }
        }
    }

    Item {
        id: head

        height: Theme.touch
        width: hero.width - x * 2
        x: Theme.space * 10
        y: screen.wide ? Theme.space * 6 : Theme.space * 11

        Row {
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gapWide
            width: parent.width - (screen.wide || Theme.reach ? 0 : languages.width + Theme.gapWide)

            Image {
                id: logo

                fillMode: Image.PreserveAspectFit
                height: Theme.touch
                source: screen.view.brand.logo ?? ""
                sourceSize.height: Theme.touch
                visible: source.toString() !== ""
                width: Theme.touch * 1.5
            }

            Label {
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.heroInk
                size: Theme.chamber
                text: screen.view.chamber
                weight: Font.DemiBold
                width: parent.width - (logo.visible ? logo.width + parent.spacing : 0)
            }
        }
    }

    Grid {
        id: languages

        anchors.right: parent.right
        anchors.rightMargin: Theme.space * 9
        columns: Theme.reach ? 1 : 2
        spacing: Theme.gapWide
        y: Theme.reach ? foot.y + status.y : head.y

        LanguageButton {
            chosen: screen.view.language === "es"
            objectName: "languageEs"
            hero: !screen.wide && !Theme.reach
            text: "Español"

            onTapped: screen.intent("set_language", {
                "code": "es"
            })
        }

        LanguageButton {
            chosen: screen.view.language === "en"
            objectName: "languageEn"
            hero: !screen.wide && !Theme.reach
            text: "English"

            onTapped: screen.intent("set_language", {
                "code": "en"
            })
        }
    }

    Column {
        id: words

        spacing: Theme.space * (screen.wide ? 3 : 5)
        width: hero.width - x * 2
        x: Theme.space * 10
        y: screen.wide ? head.y + head.height + Theme.space * 9 : Theme.space * 42

        Label {
            color: Theme.heroInk
            font.letterSpacing: -Theme.hero / 40
            lineHeight: 1
            objectName: "title"
            size: Theme.hero
            text: screen.body.canBuy ? qsTr("Your certificate, printed here.") : screen.body.canSeeBalance ? qsTr("See your prepaid balance here.") : qsTr("Please come back in some minutes.")
            weight: Font.Bold
            width: parent.width
        }

        ServiceCard {
            services: screen.body.canBuy ? screen.offers : screen.instead
            visible: screen.body.notice === "" || !screen.body.canBuy
            width: screen.wide ? parent.width * 0.6 : parent.width
        }

        Notice {
            objectName: "notice"
            size: screen.wide && Theme.crowded ? Theme.small : Theme.body
            text: screen.body.notice
            tone: "info"
            visible: text !== ""
            width: screen.wide ? parent.width * 0.6 : parent.width
        }
    }

    PaperSlot {
        id: slot

        anchors.right: hero.right
        anchors.rightMargin: screen.wide ? Theme.space * 10 : Theme.space * 10
        feeding: screen.body.canBuy
        feedMs: 2400
        height: (screen.wide ? 42 : 54) * Theme.space
        progress: 1
        visible: screen.body.canBuy && !Theme.reach && (screen.wide || words.y + words.height + Theme.gap < y)
        width: (screen.wide ? 30 : 42) * Theme.space
        y: screen.wide ? hero.height - height : hero.height - Theme.space * 13

        SequentialAnimation on progress {
            loops: Animation.Infinite
            running: Theme.motion && slot.visible

            PropertyAction {
                value: 1
            }

            PauseAnimation {
                duration: 9000
            }

            PropertyAction {
                value: 0.12
            }

            PauseAnimation {
                duration: 2600
            }
        }
    }

    Item {
        id: foot

        height: screen.height - y
        width: screen.wide ? screen.width - hero.width - Theme.space * 14 : screen.width - Theme.space * 20
        x: screen.wide ? hero.width + Theme.space * 7 : Theme.space * 10
        y: screen.wide ? languages.y + languages.height : hero.height

        Column {
            id: status

            readonly property real room: Theme.reach ? foot.width - languages.width - Theme.gap : screen.wide || !slot.visible ? foot.width : slot.x - foot.x - Theme.gap

            anchors.bottom: startButton.top
            anchors.bottomMargin: Theme.space * (screen.wide ? 6 : 5)
            spacing: Theme.gap
            width: room

            Label {
                color: Theme.accent
                size: Theme.body
                text: qsTr("The machine now")
                weight: Font.Medium
                width: parent.width
            }

            StatusChip {
                icon: "printer"
                room: status.room
                text: Texts.printingState(screen.body.printing)
                textName: "statusPrinting"
                tone: ["ready", "near_end"].includes(screen.body.printing) ? "good" : "care"
            }

            StatusChip {
                icon: "scroll-text"
                room: status.room
                text: Texts.paper(screen.body.paper)
                textName: "statusPaper"
                tone: screen.body.paper === "enough" ? "good" : "care"
            }

            StatusChip {
                icon: screen.body.network === "online" ? "wifi" : "wifi-off"
                room: status.room
                text: Texts.network(screen.body.network)
                textName: "statusNetwork"
                tone: screen.body.network === "online" ? "good" : "care"
            }

            Notice {
                objectName: "limited"
                text: Texts.error(screen.body.limited)
                visible: text !== ""
                width: Theme.reach ? foot.width : parent.width
            }
        }

        PrimaryButton {
            id: startButton

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.space * (screen.wide ? 7 : 10)
            enabled: screen.body.canSeeBalance
            height: Theme.primaryHeight * 1.24
            objectName: "startButton"
            text: screen.body.canSeeBalance ? qsTr("Touch to begin") : qsTr("Not available now")
            width: parent.width - adjust.width - Theme.gap

            onTapped: screen.intent("start", {})
        }

        TileButton {
            id: adjust

            anchors.bottom: startButton.bottom
            anchors.right: parent.right
            height: startButton.height
            icon: "accessibility"
            iconSize: Theme.icon
            objectName: "adjustButton"
            text: qsTr("Adjust")

            onTapped: screen.intent("adjust", {})
        }
    }
}
