import QtQuick
import Dispensador

// What became of a paper.
DeskNotice {
    required property var paper

    readonly property string stage: paper?.state ?? ""

    icon: stage === "working" ? "printer" : stage === "failed" ? "circle-alert" : "receipt-text"
    text: stage === "" ? "" : DeskTexts.paper(stage, paper.error, paper.file)
    textName: "paperText"
    tone: stage === "working" ? "info" : stage === "failed" ? "bad" : "good"
}
