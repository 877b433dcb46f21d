// Reads the label on an asset by the camera, where the browser can; elsewhere its code is typed or chosen.
"use strict";
(async () => {
  const finder = document.querySelector("#camera");
  if (!finder || !("BarcodeDetector" in window) || !navigator.mediaDevices) return;
  const kinds = await BarcodeDetector.getSupportedFormats().catch(() => []);
  if (!kinds.includes("qr_code")) return;
  const [video, said, start] = ["video", "[role=status]", "button"].map((each) => finder.querySelector(each));
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  finder.hidden = false;

  const look = async () => {
    const [label] = await detector.detect(video).catch(() => []);
    if (!label) return setTimeout(look, 150);
    video.srcObject.getTracks().forEach((track) => track.stop());
    navigator.vibrate?.(80);
    location.assign(`${finder.dataset.address}?code=${encodeURIComponent(label.rawValue)}`);
  };

  start.addEventListener("click", async () => {
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      await video.play();
      start.hidden = true;
      finder.classList.add("looking");
      said.textContent = said.dataset.looking;
      look();
    } catch {
      said.textContent = said.dataset.refused;
    }
  });
})();
