/** Hosts that everybody has, and that a finding is about: they stay. */
export const microsoftHost =
  /(?:^|\.)(?:microsoft(?:online(?:-p)?)?|windows|azure|microsoftazuread-sso|office|office365|live|msftauth|msauth)\.(?:com|net|us|de|cn)$/i;
