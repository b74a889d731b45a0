package org.jiamenkou.notices;

/**
 * Port: whoever carries short messages (the city's 短信平台). An installation that has one gives a bean of this type; it is
 * called outside any transaction and should answer within ten seconds.
 */
public interface SmsGateway {
    SmsOutcome send(Sms message);
}
