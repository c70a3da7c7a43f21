/** Only a log of dsregcmd has these. */
const ofLog =
  /dsregcmd::wmain|DsrCmd(?:JoinHelper|AccountMgr|DeviceEnroller|AccountManager)|TenantInfo::Discover|AutoEnroll(?:AsComputer|Sync)|GetComputerTokenForADRS|DSREGCMD_END_STATUS|DsrDeviceAutoJoin|PreJoinChecks Complete|Automatic device join pre-check/i;

/** Lines of a log that mean nothing by themselves, and something among others. */
const amongOthers =
  /^(?:preCheckResult|deviceKeysHealthy|isPrivateKeyFound|isJoined|isDcAvailable|isSystem|keyProvider|keyContainer|dsrInstance|elapsedSeconds|resultCode|drsInstance|joinMode|registrationType|tenantType|tenantId|configLocation|errorPhase|adal(?:CorrelationId|ResponseCode|ErrorCode|Message))\s?:|^Join (?:request ID|response time|HTTP status|error code|message)\s?:|^(?:LogFatalAuthError|AdalMessage|AdalLog|AdalErrorCode|AdalCorrelationId)\s?:|^DeviceRegistrationApi|^GetCloudKerbToken|failed (?:with error(?: code)? )?0x[\da-f]{3,8}/i;

/** What the log says over and over, and says nothing. */
const noise =
  /wmain logging initialized|HRESULT: 0x0\s*$|^DSREGCMD_END_STATUS|: undefined\s*$|^PreJoinChecks Complete|^elapsedSeconds|pre-check tasks completed/i;

/** What begins a line of the log. What may stand behind the name of a function in the same line is none. */
const beginsLine =
  /[ ]?(?=dsregcmd::wmain|DsrCmd(?:JoinHelper|AccountMgr|AccountManager)::|PreJoinChecks Complete|Automatic device join pre-check|TenantInfo::Discover: Join Info|DsrDeviceAutoJoin |DSREGCMD_END_STATUS|AzureAdJoined ?:|(?:preCheckResult|deviceKeysHealthy|isPrivateKeyFound|isJoined|isDcAvailable|isSystem|keyProvider|keyContainer|dsrInstance|elapsedSeconds|resultCode): |Adal(?:Log|Message|ErrorCode|CorrelationId):|Join (?:request ID|response time|HTTP status|error code|message) ?:)/g;

/** A log that a chat client put in one line, with a line for each thing again; other lines stay as they are. */
export function unfoldDebugLog(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => (isFolded(line) ? line.replace(beginsLine, '\n').split('\n') : [line]));
}

/** More than one function of the command reports, or one of them and what it tests. */
function isFolded(line: string): boolean {
  return line.length > 160 && ofLog.test(line) && (line.match(beginsLine)?.length ?? 0) > 2;
}

/**
 * The lines that say something of a log of `dsregcmd /debug` or `/join /debug`, in their order and each once; [] when the text is
 * none. Takes lines as `cleanText` gives them; linear in the length of the text.
 */
export function readDebugLog(lines: readonly string[]): readonly string[] {
  const trimmed = lines.map((line) => line.trim()).filter((line) => line !== '');
  // `preCheckResult:` and `isDcAvailable:` are enough when the beginning of the log is lost.
  const checks = trimmed.filter((line) =>
    /^(?:preCheckResult|isDcAvailable|isPrivateKeyFound|dsrInstance)\s?:/i.test(line),
  );
  if (checks.length < 2 && !trimmed.some((line) => ofLog.test(line) && !/^event/i.test(line))) return [];
  return [...new Set(trimmed.filter((line) => (ofLog.test(line) || amongOthers.test(line)) && !noise.test(line)))];
}
