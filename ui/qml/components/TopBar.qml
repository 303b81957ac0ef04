import QtQuick
import QtQuick.Layouts
import Dispensador

// The head of every screen of a visit: the way back, whose machine and session this is, the balance, the way out.
RowLayout {
    id: bar

    required property var view
    // A view of the staff has its own name for who is there, and neither steps nor money.
    readonly property string session: view.session ?? view.who ?? ""
    readonly property int step: view.step ?? 0
    readonly property string balance: view.balance ?? ""
    property bool words: true
    property bool controls: true
    property bool backShown: view.canGoBack
    property bool finishShown: view.canFinish

    signal intent(string name, var args)

    height: Theme.touch + Theme.space
    spacing: Theme.gap

    TileButton {
        icon: "arrow-left"
        objectName: "backButton"
        text: qsTr("Back")
        visible: bar.controls && bar.backShown

        onTapped: bar.intent("back", {})
    }

    Image {
        Layout.preferredHeight: Theme.touch
        Layout.preferredWidth: Theme.touch * 1.5
        fillMode: Image.PreserveAspectFit
        source: bar.view.brand.logo ?? ""
        sourceSize.height: Theme.touch
        visible: bar.words && source.toString() !== ""
    }

    Column {
        Layout.fillWidth: !steps.visible
        Layout.maximumWidth: steps.visible ? bar.width / 4 : -1
        Layout.preferredWidth: steps.visible ? bar.width / 4 : -1
        visible: bar.words

        Label {
            // A long name keeps to two lines by being a little smaller.
            size: bar.view.chamber.length > 44 ? Math.round(Theme.head * 0.8) : Theme.head
            text: bar.view.chamber
            weight: Font.DemiBold
            width: parent.width
        }

        Label {
            color: Theme.soft
            size: Theme.head
            text: bar.session === "" ? "" : qsTr("Session of %1").arg(bar.session)
            visible: bar.session !== ""
            width: parent.width
        }
    }

    StepHeader {
        id: steps

        Layout.alignment: Qt.AlignVCenter
        Layout.fillWidth: true
        name: Texts.stepName(bar.view.stepName ?? "")
        step: bar.step
        steps: bar.view.steps ?? 0
        visible: bar.words && Theme.landscape && bar.step > 0
    }

    Item {
        Layout.fillWidth: true
        visible: !bar.words
    }

    BalanceButton {
        balance: bar.balance
        hidden: bar.view.balanceHidden ?? true
        objectName: "balanceToggle"
        visible: bar.controls && bar.balance !== ""

        onTapped: bar.intent("toggle_balance", {})
    }

    TileButton {
        icon: "accessibility"
        objectName: "adjustButton"
        text: qsTr("Adjust")
        visible: bar.controls && bar.view.canAdjust === true

        onTapped: bar.intent("adjust", {})
    }

    TileButton {
        icon: "languages"
        objectName: "languageButton"
        text: bar.view.language === "es" ? "English" : "Español"
        visible: bar.controls && bar.view.canSwitch === true

        onTapped: bar.intent("set_language", {
            "code": bar.view.language === "es" ? "en" : "es"
        })
    }

    TileButton {
        icon: "log-out"
        objectName: "finishButton"
        text: qsTr("Exit")
        visible: bar.controls && bar.finishShown

        onTapped: bar.intent("finish", {})
    }
}
