import QtQuick
import Dispensador

// What it costs, who pays, and what is left.
Column {
    id: totals

    required property var body

    spacing: Theme.space * 1.5

    HintRow {
        colour: Theme.toneText(totals.body.paper === "enough" ? "good" : "care")
        icon: totals.body.paper === "enough" ? "scroll-text" : "triangle-alert"
        objectName: "paperText"
        text: totals.body.paper === "enough" ? qsTr("There is enough paper for your order.") : totals.body.paper === "low" ? qsTr("There is little paper left, but enough for your order.") : totals.body.paper === "paper_short" && totals.body.pagesFit > 0 ? qsTr("The paper left is enough for %n page(s). Take something out of your order.", "", totals.body.pagesFit) : Texts.fault(totals.body.paper)
        width: parent.width
    }

    Rectangle {
        color: Theme.line
        height: Math.max(1, Theme.stroke / 2)
        width: parent.width
    }

    MoneyRow {
        amount: totals.body.total
        amountName: "total"
        label: qsTr("%n certificate(s)", "", totals.body.count)
        strong: true
        width: parent.width
    }

    Rectangle {
        color: Theme.line
        height: Math.max(1, Theme.stroke / 2)
        width: parent.width
    }

    Label {
        color: Theme.soft
        objectName: "payingAccount"
        size: Theme.body
        text: totals.body.ownAccount ? qsTr("Paid from your account") : totals.body.account === "" ? qsTr("Choose the account of a company to pay from.") : qsTr("Paid from the account %1").arg(totals.body.account)
        width: parent.width
    }

    BalanceChange {
        after: totals.body.balanceAfter
        before: totals.body.balanceBefore
        visible: totals.body.balanceBefore !== "" && (totals.body.balanceAfter !== "" || !Theme.reach)
        width: parent.width
    }
}
