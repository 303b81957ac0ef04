import QtQuick
import Dispensador

// The head of a screen that nobody has touched yet: whose machine it is, the languages, larger letters.
Item {
    id: head

    required property var view
    readonly property real foot: Theme.reach ? languages.y - Theme.gap : height - Theme.gap // where what it heads must end
    readonly property real edge: Math.max(chamber.y + chamber.height, Theme.reach ? 0 : languages.y + languages.height)

    signal intent(string name, var args)

    anchors.fill: parent

    Label {
        id: chamber

        anchors.left: parent.left
        anchors.leftMargin: Theme.margin
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin + (Theme.reach ? 0 : languages.width + Theme.gapWide)
        size: Theme.body
        text: head.view.chamber
        weight: Font.DemiBold
        y: Theme.reach ? Theme.space * 7 : languages.y + (languages.height - height) / 2
    }

    Row {
        id: languages

        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        spacing: Theme.gap
        y: Theme.reach ? head.height - Theme.space * 40 : Theme.space * (Theme.landscape ? 4 : 8)

        LanguageButton {
            chosen: head.view.language === "es"
            hero: false
            objectName: "languageEs"
            text: "Español"

            onTapped: head.intent("set_language", {
                "code": "es"
            })
        }

        LanguageButton {
            chosen: head.view.language === "en"
            hero: false
            objectName: "languageEn"
            text: "English"

            onTapped: head.intent("set_language", {
                "code": "en"
            })
        }

        TileButton {
            icon: "accessibility"
            objectName: "adjustButton"
            text: qsTr("Adjust")

            onTapped: head.intent("adjust", {})
        }
    }
}
