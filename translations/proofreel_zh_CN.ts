<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccountFields</name>
    <message>
        <source>Give the account a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at most 64 characters for the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another account has this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long for an AccessKey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An AccessKey has no spaces and no special letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is too long for a security token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A security token has no spaces and no special letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A temporary key (STS.…) works only with its security token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the AccessKey ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the AccessKey secret.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MediaState</name>
    <message>
        <source>The source file is not there yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status Init: the asset is registered, but its file has not been uploaded. Finish the upload, then reload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMS is still preparing this asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status Preparing: the source file is being uploaded or composited. Reload in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IMS could not prepare this asset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status PrepareFail: the source file could not be read or analysed. Check the file, then register or upload it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This asset has no streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service listed nothing to play. Transcode it in IMS, or wait until its jobs have ended, then reload.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayUrl</name>
    <message>
        <source>expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid at least until %1, as auth_key in the URL says. The CDN may add a validity of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until %1: Expires in the URL, exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until %1: x-oss-date and x-oss-expires in the URL, exact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid until about %1: time of the request plus AuthTimeout. The URL itself says nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody says how long this URL is valid.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Playability</name>
    <message>
        <source>%1 is “%2”: not one of the documented values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted with AliyunVoDEncryption: only Alibaba Cloud&apos;s own player can play it. Choose another stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status is Invisible: this stream is hidden from playback. Make it visible in the IMS console, then reload.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service gave no PlayURL for this stream. Reload, or check its transcoding job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its PlayURL is not a valid http or https address, so it is not opened. Check the playback domain in the IMS console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt is 0 but EncryptType is “%1”. Taken as not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt is 1 but EncryptType is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EncryptType is “%1” but Encrypt is missing. Taken as encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypt is %1: 0 or 1 is documented.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfileSettings</name>
    <message>
        <source>The settings file %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions and the free disk space.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Proxy</name>
    <message>
        <source>Give the proxy as http://host:port or socks5://host:port, or “system” or “direct”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy address cannot be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy address has no path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy of the kind “%1” cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy&apos;s port is not a port number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>The service repeats the same page; the list is not complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stream has AliyunVoDEncryption: only Alibaba Cloud&apos;s own player can play it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service marks this stream as Invisible; it cannot be played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service gave no PlayURL for this stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PlayURL is neither http nor https and is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The asset has no stream that can be played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The asset has no such stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the numbers and keys with: proofreel-cli play-info --media-id %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one of --media-id and --play-url.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odd: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StreamFields</name>
    <message>
        <source>Definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality level, ordered FD LD SD HD 2K 4K OD; sound SQ HQ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Container: mp4, m3u8 or mp3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HDR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High dynamic range; none named means SDR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size, MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File size, in bytes from the service, in MB (1,000,000 bytes) here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kbit/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bitrate in kbit/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration; in seconds from the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour depth in bits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>video or audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0: not encrypted, 1: encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HLSEncryption (plays here) or AliyunVoDEncryption (only Alibaba&apos;s player)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal or Invisible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrowband</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrowband HD: 0 none, 1.0 or 2.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of the transcoding template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watermark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the watermark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the transcoding job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of the transcoding, JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of creation, in this PC&apos;s time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Modified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the last change, in this PC&apos;s time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PlayURL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address to play from; its signature is hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FileURL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the file in OSS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL life</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the PlayURL can still be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not send this field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service sent it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a value that can be used. Received: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>proofreel::KeychainStore</name>
    <message>
        <source>The keychain does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be asking for its password in another window. Unlock it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain holds no such item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain refused access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain cannot be used: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start and unlock a keychain, such as GNOME Keyring or KWallet, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain&apos;s item for this account cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the account and enter the AccessKey again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the macOS Keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Windows Credential Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the system keychain (Secret Service or KWallet)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>proofreel::MemoryStore</name>
    <message>
        <source>No secret is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this run&apos;s memory only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>proofreel::StreamModel</name>
    <message>
        <source>%1 streams came; only the first %2 are shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>proofreel::Workspace</name>
    <message>
        <source>The demo could not start: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package again, or build the demo media.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account is set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account named “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account, or set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
